"""What a relation between two cities is made of, as the content API shows it."""

import datetime
from typing import Any, Self

from pydantic import Field

from cityrelations.summaries import Coded, StatusCode
from cms.core.content.base import Content
from cms.core.content.files import FileContent
from cms.core.content.words import LanguageTag, PartialDate


class LocalNameContent(Content):
    """The city's name in a language spoken there."""

    text: str
    language: LanguageTag

    @classmethod
    def of(cls, name: Any) -> Self:
        """Return the content of a LocalName."""
        return cls(text=name.text, language=name.language)


class WebsiteContent(Content):
    """A website of the partner city."""

    url: str
    host: str = Field(description="The text of the link.")
    language: LanguageTag

    @classmethod
    def of(cls, website: Any) -> Self:
        """Return the content of a Website."""
        return cls(url=website.url, host=website.host, language=website.language)


class AgreementDocument(Content):
    """The text of an agreement."""

    title: str
    file: FileContent


class AgreementContent(Content):
    """One document two cities agreed on. What is not given is "" or null."""

    kind: Coded
    date: PartialDate
    place: str
    valid_until: datetime.date | None
    counts_from_here: bool = Field(description="Whether the relation counts from this one.")
    document: AgreementDocument | None
    source: str | None

    @classmethod
    def of(cls, agreement: Any) -> Self:
        """Return the content of an Agreement; its internal note stays inside."""
        document = agreement.public_document
        return cls(
            kind=Coded(code=agreement.kind, label=agreement.get_kind_display()),
            date=PartialDate.of(agreement.date, agreement.precision),
            place=agreement.place,
            valid_until=agreement.valid_until,
            counts_from_here=agreement.counts_from_here,
            document=AgreementDocument(title=document.title, file=FileContent.of(document)) if document else None,
            source=agreement.source or None,
        )


class StatusPeriodContent(Content):
    """A time during which the relation was active, resting or ended."""

    status: StatusCode
    label: str
    begins: PartialDate
    until: datetime.date | None = Field(description="The last day; null while it lasts.")
    source: str | None

    @classmethod
    def of(cls, period: Any) -> Self:
        """Return the content of a StatusPeriod."""
        return cls(
            status=period.status,
            label=period.get_status_display(),
            begins=PartialDate.of(period.begins, period.precision),
            until=period.until,
            source=period.source or None,
        )
