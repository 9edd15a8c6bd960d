"""Addresses of pages in the reader's language, looked up in bulk."""

import re
from collections.abc import Iterator
from typing import Any

from wagtail.models import Page, get_page_models

from cms.core.cachetags import list_tag, note, page_tag
from cms.core.page_paths import page_path
from cms.core.raw_streams import leaves_on
from cms.core.reader import Reader, current_reader
from cms.core.rows import is_edition, rows_for

_CACHE = "page addresses"
_RICH_TEXT_PAGE = re.compile(r'<a[^>]*linktype="page"[^>]*>')
_ID = re.compile(r'\bid="(\d+)"')


def page_address(page_id: int, reader: Reader | None = None) -> str:
    """Return the path of a page for the reader, "" where nothing readable is there. Looked up once per answer.

    The answer depends on the page from now on; where nothing is there yet, on whatever is published next.

    It is the row in the reader's language, else the best one with words in the reader's chain.
    """
    reader = reader or current_reader()
    known = reader.cache.setdefault(_CACHE, {})
    if page_id not in known:
        rows = rows_for(reader).of_page(page_id)
        note(reader, *_tags(rows))
        known[page_id] = _best(rows, reader)
    return known[page_id]


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


def _tags(rows: list[Page]) -> Iterator[str]:
    """Yield the tag of the page that the rows are versions of. One that is hidden is not named: any may be it."""
    if rows:
        yield page_tag(rows[0].translation_key)
    else:
        yield from (list_tag(model) for model in get_page_models())


def _best(rows: list[Page], reader: Reader) -> str:
    near = [row for row in rows if row.locale_id in reader.rank]
    if not any(is_edition(row) for row in near):
        return ""
    at_home = [row for row in near if row.locale_id == reader.language.locale_id]
    readable = [row for row in near if is_edition(row)]
    row = at_home[0] if at_home else min(readable, key=lambda one: reader.rank[one.locale_id])
    return page_path(row, row.locale.language_code)
