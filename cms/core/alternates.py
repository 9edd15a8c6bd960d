"""The versions of a page in other languages."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from cms.core.languages import Language
from cms.core.page_paths import page_path
from cms.core.reader import Reader
from cms.core.resolver import is_source
from cms.core.rows import is_edition


@dataclass(frozen=True)
class Alternate:
    """A page that counts in its language, and its address."""

    language: Language
    path: str
    is_source: bool


def alternates(rows: Iterable[Page], reader: Reader) -> list[Alternate]:
    """Return those rows of one page that count in their public language, in the editors' order of languages."""
    places = {language.locale_id: place for place, language in enumerate(reader.languages.public)}
    found = [row for row in rows if is_edition(row) and row.locale_id in places]
    return [
        Alternate(reader.languages.of(row.locale_id), page_path(row, row.locale.language_code), is_source(row))
        for row in sorted(found, key=lambda row: places[row.locale_id])
    ]


def hreflang(found: list[Alternate], language: Language) -> list[tuple[str, str]]:
    """Return (hreflang, path) pairs for the version in `language`, `x-default` being the source.

    Simplified languages are left out, since search engines ignore BCP 47 variants; they name no others either:
    the pairs have to be the same on all versions that are named.
    """
    if language.is_simple:
        return []
    plain = [one for one in found if not one.language.is_simple]
    default = next((one for one in plain if one.is_source), None)
    pairs = [(one.language.code, one.path) for one in plain]
    return [*pairs, ("x-default", default.path)] if default else pairs
