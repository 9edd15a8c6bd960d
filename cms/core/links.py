"""Addresses of pages in the reader's language, looked up in bulk."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.models import Page

from cms.core.models.edition import Edition
from cms.core.raw_streams import leaves_on
from cms.core.reader import Reader, current_reader

_CACHE = "page addresses"
_RICH_TEXT_PAGE = re.compile(r'<a[^>]*linktype="page"[^>]*>')
_ID = re.compile(r'\bid="(\d+)"')


def page_address(page_id: int, reader: Reader | None = None) -> str:
    """Return the path of a page for the reader, "" where nothing readable is there. Looked up once per answer."""
    reader = reader or current_reader()
    known = reader.cache.setdefault(_CACHE, {})
    if page_id not in known:
        preload([page_id], reader)
    return known[page_id]


def preload(page_ids: Iterable[int], reader: Reader) -> None:
    """Look up the addresses of many pages at once, in two queries."""
    known = reader.cache.setdefault(_CACHE, {})
    wanted = {page_id for page_id in page_ids if page_id not in known}
    if not wanted:
        return
    keys = dict(Page.objects.filter(pk__in=wanted).values_list("pk", "translation_key"))
    by_key = _addresses(set(keys.values()), reader)
    for page_id in wanted:
        known[page_id] = by_key.get(keys.get(page_id), "")


def linked_pages(page: Any) -> Iterator[int]:
    """Yield the primary keys of the pages that the texts of `page` link to."""
    for name, value in leaves_on(page):
        if name == "page" and isinstance(value, int):
            yield value
        elif isinstance(value, str):
            yield from _named_in(value)
    for name in page.words:
        text = getattr(page, name)
        if isinstance(text, str):
            yield from _named_in(text)


def _named_in(rich_text: str) -> Iterator[int]:
    for tag in _RICH_TEXT_PAGE.findall(rich_text) if 'linktype="page"' in rich_text else ():
        found = _ID.search(tag)
        if found:
            yield int(found[1])


def _addresses(keys: set[Any], reader: Reader) -> dict[Any, str]:
    """Return the address by translation key: the row in the reader's language, else the best one with words."""
    rows = (
        Page.objects.live()
        .filter(translation_key__in=keys, locale_id__in=list(reader.rank))
        .select_related("locale", "edition")
    )
    by_key: dict[Any, list[Page]] = {}
    for row in rows:
        by_key.setdefault(row.translation_key, []).append(row)
    return {key: _best(found, reader) for key, found in by_key.items()}


def _best(rows: list[Page], reader: Reader) -> str:
    readable = [row for row in rows if _has_edition(row)]
    if not readable:
        return ""
    at_home = [row for row in rows if row.locale_id == reader.language.locale_id]
    row = at_home[0] if at_home else min(readable, key=lambda one: reader.rank[one.locale_id])
    return row.url or ""


def _has_edition(row: Page) -> bool:
    try:
        return bool(row.edition)
    except Edition.DoesNotExist:
        return False
