"""Parameters that several resources take."""

import re
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema
from pydantic import BeforeValidator, ConfigDict

from cms.api.problems import bad_parameter
from cms.core.cachetags import LOCALES, note
from cms.core.reader import Reader, become

LocaleParameter = Annotated[
    str | None,
    Query(
        max_length=35,
        description="BCP 47 tag of a public language, in which the answer is given. Left out: the first one.",
        examples=["en"],
    ),
]


def iso_day(text: Any) -> Any:
    """Return what may be a day; raise ValueError for other ways to write one, which Pydantic would take too."""
    if isinstance(text, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("Give a day such as 2026-05-04.")
    return text


Day = Annotated[date, BeforeValidator(iso_day)]


class LocaleFilter(Schema):
    """In which language a list is given."""

    model_config = ConfigDict(extra="ignore")

    locale: str | None = Field(
        None, max_length=35, description="BCP 47 tag of a public language. Left out: the first one.", examples=["en"]
    )


def read_in(request: HttpRequest, locale: str | None) -> Reader:
    """Let the answer be read in the public language `locale` and return its reader; a problem where there is none."""
    languages = request.reader.languages
    language = languages.get(locale) if locale else languages.public[0]
    if language is None or not language.is_public:
        codes = ", ".join(one.code for one in languages.public)
        raise bad_parameter("locale", f"there is no public language {locale}. There are: {codes}.", status=404)
    reader = become(request, language)
    note(reader, LOCALES)
    return reader


def pages_with_id(model: Any, page_id: UUID) -> Any:
    """Return the public source page with this id as a subquery; it may be empty."""
    return model.objects.sources().filter(translation_key=page_id).order_by().values("pk")


def refuse_unknown(asked: dict[str, tuple[Any, UUID | None]]) -> None:
    """Raise a problem for the first id that no public page of its type has; `asked` gives both by parameter.

    To be called where nothing was found, so that it costs queries only then.
    """
    for name, (model, page_id) in asked.items():
        if page_id and not pages_with_id(model, page_id).exists():
            raise bad_parameter(name, f"there is no {name} with the id {page_id}.", status=404)
