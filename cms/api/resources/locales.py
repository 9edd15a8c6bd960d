"""Languages."""

from typing import Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import Field

from cms.api.answers import answer
from cms.core import cachetags
from cms.core.content.base import Content
from cms.core.content.words import LanguageTag, Path

router = Router(tags=["Languages"])


class LocaleContent(Content):
    """A language readers are offered."""

    code: LanguageTag
    name: str = Field(description="Its name in itself.", examples=["Français"])
    direction: Literal["ltr", "rtl"]
    mode: Literal["translated", "written"] = Field(
        description="Pages in a written language are written for its readers; it never falls back."
    )
    is_simple: bool = Field(description="Whether it is the simplified form of another language.")
    fallbacks: list[LanguageTag] = Field(description="Whose words are shown where a page is not translated, in order.")
    digits: Literal["latn", "arab"] = Field(description="CLDR numbering system.")
    home: Path


class LocaleList(Content):
    """All languages in the order they are offered."""

    source: LanguageTag = Field(description="The language in which most pages are written first.")
    results: list[LocaleContent]


@router.get("/locales", response=LocaleList, operation_id="listLocales")
def list_locales(request: HttpRequest) -> HttpResponse:
    """List the public languages."""
    reader = request.reader
    cachetags.note(reader, cachetags.LOCALES)
    made = [
        LocaleContent(
            code=language.code,
            name=language.own_name,
            direction=language.direction,
            mode="written" if language.is_written else "translated",
            is_simple=language.is_simple,
            fallbacks=[one.code for one in reader.languages.chain(language)[1:]],
            digits=language.digits,
            home=f"/{language.code}/",
        )
        for language in reader.languages.public
    ]
    return answer(request, LocaleList(source=settings.LANGUAGE_CODE, results=made))
