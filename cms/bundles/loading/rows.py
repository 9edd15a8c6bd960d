"""The rows of all pages, before they have any content that could refer to another page."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.models import Locale, Page

from cms.bundles.errors import refusal
from cms.bundles.loading.contents import new_page
from cms.bundles.outline import Outline, Row, RowKind
from cms.bundles.page_files import PageFile
from cms.bundles.references import PAGE, KnownKeys
from cms.core.models import BasePage

Rows = dict[tuple[str, str], BasePage]


def create_rows(tree: Outline, locales: dict[str, Locale], known: KnownKeys) -> Rows:
    """Return a draft for each row of the outline, by place. `known` learns their primary keys."""
    root = Page.get_first_root_node()
    slugs = _Slugs(tree)
    sources = {row.page.key: row.page for row in tree.rows if row.kind is RowKind.SOURCE}
    pages: Rows = {}
    for row in tree.rows:
        parent = pages[row.parent] if row.parent else root
        page = _draft(row, sources.get(row.page.key, row.page), locales[row.locale], slugs.slug(row))
        if row.kind is RowKind.ALIAS:
            page.alias_of_id = pages[row.page.key, row.page.locale].pk
        pages[row.place] = _add(parent, page, row)
        if row.kind is RowKind.SOURCE or row.page.key not in sources:
            known.give(PAGE, row.page.key, page.pk)
    return pages


def _draft(row: Row, source: PageFile, locale: Locale, slug: str) -> BasePage:
    """Return the page with its plain values; those of a translation are its source's until it gets its own, and the
    facts of a written page are its source's for good.
    """
    page = new_page(row.page)
    for name, value in source.plain.items():
        if name in page.fact_names:
            setattr(page, name, value)
    page.slug, page.locale, page.translation_key, page.live = slug, locale, row.page.key, False
    return page


def _add(parent: Any, page: BasePage, row: Row) -> BasePage:
    """Return the saved draft. What the database itself refuses is asked first, to say it better."""
    try:
        page.validate_constraints()
        return parent.add_child(instance=page)
    except ValidationError as error:
        raise refusal(error, row.file) from None


class _Slugs:
    """Slugs of rows: what their files ask for; aliases take the source's, or a free one like it."""

    def __init__(self, tree: Outline) -> None:
        self._taken = {(row.parent, row.slug) for row in tree.rows if row.kind is not RowKind.ALIAS}

    def slug(self, row: Row) -> str:
        """Return the slug of a row, which is taken from then on."""
        if row.kind is not RowKind.ALIAS:
            return row.slug
        wanted = row.slug if row.parent else row.locale
        slug, number = wanted, 1
        while (row.parent, slug) in self._taken:
            number += 1
            slug = f"{wanted}-{number}"
        self._taken.add((row.parent, slug))
        return slug
