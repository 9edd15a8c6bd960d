"""What readers find at each address now, by the same rules as the resolver."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import translation
from wagtail.models import Page, PageViewRestriction

from cms.core.cachetags import tags_of
from cms.core.languages import Language, Languages
from cms.core.models import Edition
from cms.core.reader import Reader


@dataclass(frozen=True)
class Readable:
    """One page that readers get something at. The fields are those of `KnownAddress`."""

    page_id: int
    translation_key: UUID
    model: str
    locale: str
    path: str
    words_id: int
    words_at: datetime | None
    edition: str
    tags: list[str]


def readable(keys: Collection[UUID] | None = None) -> dict[int, Readable]:
    """Return by primary key, in the order of the tree, what readers find of the pages with these translation keys.

    Without keys, of all pages. A fixed number of queries, whatever the number of pages.
    """
    rows = Page.objects.live().filter(depth__gt=1).select_related("edition", "locale")
    if keys is not None:
        rows = rows.filter(translation_key__in=keys)
    for path in PageViewRestriction.objects.values_list("page__path", flat=True).distinct():
        rows = rows.exclude(Q(path__startswith=path))
    with translation.override(None):  # else Wagtail may put the active language into addresses
        return _in_order(_find(list(rows), Languages.load()))


def _find(rows: list[Page], languages: Languages) -> Iterator[tuple[str, Readable]]:
    public = {language.locale_id: Reader(languages, language) for language in languages.public}
    shared = SimpleNamespace()  # where Wagtail keeps the roots of sites, to look them up once

    def by_key(row: Page) -> str:
        return row.translation_key.hex

    for _key, group in groupby(sorted(rows, key=by_key), key=by_key):
        versions = list(group)
        editions = [row for row in versions if hasattr(row, "edition")]
        for row in versions:
            reader = public.get(row.locale_id)
            words = _words(row, editions, reader) if reader else None
            parts = row.get_url_parts(shared) if words else None
            if parts and parts[2]:
                yield row.path, _describe(row, words, reader.language, parts[2])


def _words(row: Page, editions: list[Page], reader: Reader) -> Page | None:
    """Return the page whose text is shown at the address of `row`."""
    if row in editions:
        return row
    fallbacks = [one for one in editions if one.locale_id in reader.rank]
    if not any(one.edition.kind == Edition.Kind.SOURCE for one in editions) or not fallbacks:
        return None
    return min(fallbacks, key=lambda one: reader.rank[one.locale_id])


def _describe(row: Page, words: Page, language: Language, path: str) -> Readable:
    specific: Any = row.specific_deferred
    return Readable(
        page_id=row.pk,
        translation_key=row.translation_key,
        model=type(specific)._meta.label_lower,
        locale=language.code,
        path=path,
        words_id=words.pk,
        words_at=words.last_published_at,
        edition=row.edition.kind if row is words else "",
        tags=tags_of(specific),
    )


def _in_order(found: Iterator[tuple[str, Readable]]) -> dict[int, Readable]:
    return {one.page_id: one for _path, one in sorted(found, key=lambda pair: pair[0])}
