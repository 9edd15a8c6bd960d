"""The versions of a page in other languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from cms.core.languages import Language
from cms.core.models.edition import Edition
from cms.core.reader import Reader


@dataclass(frozen=True)
class Alternate:
    """A page that counts in its language, and its address."""

    language: Language
    path: str
    is_source: bool


def alternates_of(page: Any, reader: Reader) -> list[Alternate]:
    """Return the versions of `page` in all public languages, in the editors' order of languages."""
    return alternates([page.translation_key], reader).get(page.translation_key, [])


def alternates(keys: Iterable[Any], reader: Reader) -> dict[Any, list[Alternate]]:
    """Return the versions of many pages by translation key, in one query. Only rows with an edition count."""
    public = {language.locale_id: place for place, language in enumerate(reader.languages.public)}
    rows = (
        Page.objects.live()
        .public()
        .filter(translation_key__in=list(keys), edition__isnull=False, locale_id__in=list(public))
        .select_related("locale", "edition")
    )
    by_key: dict[Any, list[Alternate]] = {}
    for row in sorted(rows, key=lambda row: public[row.locale_id]):
        made = Alternate(reader.languages.of(row.locale_id), row.url, row.edition.kind == Edition.Kind.SOURCE)
        by_key.setdefault(row.translation_key, []).append(made)
    return by_key


def hreflang(found: list[Alternate]) -> list[tuple[str, str]]:
    """Return (hreflang, path) pairs, reciprocal among all versions, `x-default` being the source.

    Simplified languages are left out: search engines ignore BCP 47 variants.
    """
    plain = [one for one in found if not one.language.is_simple]
    default = next((one for one in plain if one.is_source), None)
    pairs = [(one.language.code, one.path) for one in plain]
    return [*pairs, ("x-default", default.path)] if default else pairs
