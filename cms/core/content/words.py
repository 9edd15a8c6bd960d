"""Words in typed content: plain text, HTML, dates as people write them, and languages."""

import datetime
import re
from typing import Annotated, Any, Literal, Self

from django.conf import settings
from django.utils import translation
from pydantic import Field

from cms.core.computed import expand
from cms.core.content.base import Content
from cms.core.formats import dates
from cms.core.formats.digits import active_digits
from cms.core.languages import Language
from cms.core.reader import current_reader
from cms.core.rich_text import rich_html

_FILE_LINK = re.compile(r'(?<=href=")(?=/documents/)')

LanguageTag = Annotated[str, Field(description="BCP 47 language tag.", examples=["de", "ar", "de-simple"])]
Path = Annotated[
    str,
    Field(description="Path on this site, from the root, percent-encoded.", examples=["/en/city-partnerships/paris/"]),
]
Html = Annotated[
    str,
    Field(
        description="HTML of the elements p, br, b, i, a, ul, ol and li. Links to pages are paths in the page's own "
        "language, links to files are absolute."
    ),
]


class LanguageContent(Content):
    """A language as HTML wants it."""

    code: LanguageTag
    direction: Literal["ltr", "rtl"] = Field(description="For the HTML attribute `dir`.")

    @classmethod
    def of(cls, language: Language) -> Self:
        """Return the content of a language."""
        return cls(code=language.code, direction=language.direction)


class PartialDate(Content):
    """A date of which perhaps only the year or the month is known."""

    date: datetime.date
    precision: Literal["day", "month", "year", "approximate"]
    text: str = Field(description="As much of it as is known, written as the language writes it.")

    @classmethod
    def of(cls, day: datetime.date | None, precision: str) -> Self | None:
        """Return the content of a date, None for none."""
        if day is None:
            return None
        text = dates.format_partial(day, precision, translation.get_language(), active_digits())
        return cls(date=day, precision=precision, text=text)


def plain(text: str | None) -> str:
    """Return plain text, not escaped, with its computed values filled in."""
    return expand(text or "", current_reader())


def html(value: Any) -> str:
    """Return rich text as HTML for another host: links to files are absolute."""
    return _FILE_LINK.sub(absolute(""), rich_html(value))


def absolute(path: str) -> str:
    """Return the full address of a path on this site; an address that is full already stays."""
    return path if "://" in path else settings.SITE_URL.rstrip("/") + path
