"""The tree a bundle describes: which row there will be for which page in which locale."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from wagtail.models import Page

from cms.bundles.errors import BundleError
from cms.bundles.manifest import Manifest
from cms.bundles.page_files import PageFile, Times, TranslationFile
from cms.core.slugs import MOST_BYTES


class RowKind(Enum):
    """How a row comes by its content."""

    SOURCE = "source"
    WRITTEN = "written"
    TRANSLATION = "translation"
    ALIAS = "alias"


@dataclass(frozen=True)
class Row:
    """One page in one locale. `page` is the file its content, or that of its source, comes from."""

    kind: RowKind
    locale: str
    page: PageFile
    translation: TranslationFile | None = None

    @property
    def file(self) -> str:
        """Return the file that stands for this very row."""
        return self.translation.file if self.translation else self.page.file

    @property
    def place(self) -> tuple[str, str]:
        """Return translation key and locale, which no two rows share."""
        return self.page.key, self.locale

    @property
    def parent(self) -> tuple[str, str] | None:
        """Return the place of the row above, None below the root."""
        return (self.page.parent, self.locale) if self.page.parent else None

    @property
    def times(self) -> Times:
        """Return when it went live."""
        return self.translation.times if self.translation else self.page.times

    @property
    def slug(self) -> str:
        """Return the slug it asks for."""
        return self.translation.slug if self.translation else self.page.slug


class Outline:
    """All rows in the order in which they can be made: parents first, siblings by position, aliases after the rest."""

    def __init__(self, rows: dict[tuple[str, str], Row], manifest: Manifest) -> None:
        self._rows, self._manifest = rows, manifest
        self.rows = sorted(rows.values(), key=self._rank)

    @property
    def home(self) -> Row:
        """Return the front page in the source language."""
        return next(row for row in self.rows if row.kind is RowKind.SOURCE and row.parent is None)

    def _rank(self, row: Row) -> tuple[int, int, bool, int, str]:
        locale = list(self._manifest.locales).index(row.locale)
        return self._depth(row), row.page.position, row.kind is RowKind.ALIAS, locale, row.page.file

    def _depth(self, row: Row) -> int:
        chain = [row.place]
        while (place := self._rows[chain[-1]].parent) is not None:
            if place in chain:
                raise BundleError(row.page.file, "parent", "the pages above this one form a circle.")
            chain.append(place)
        return len(chain)


def outline(manifest: Manifest, pages: list[PageFile], translations: list[TranslationFile]) -> Outline:
    """Return the tree, or raise BundleError where it cannot be."""
    rows: dict[tuple[str, str], Row] = {}
    sources = _sources(pages)
    for row in (*_whole(pages), *_translated(sources, translations)):
        if row.place in rows:
            raise BundleError(
                row.file, "translation_key", f"{rows[row.place].file} already has this page in {row.locale}."
            )
        rows[row.place] = row
    _add_aliases(manifest, pages, rows)
    for row in rows.values():
        _check_place(row, rows)
    made = Outline(rows, manifest)
    _check_homes(manifest, made)
    _check_slugs(made.rows)
    return made


def _sources(pages: list[PageFile]) -> dict[str, PageFile]:
    """Return the source pages by translation key, having seen that no written page claims facts of its own."""
    sources: dict[str, PageFile] = {}
    for page in pages:
        if not page.is_written and sources.setdefault(page.key, page) is not page:
            raise BundleError(page.file, "translation_key", f"{sources[page.key].file} is already its source page.")
    for page in pages:
        facts = [name for name in page.model.fact_names if name in page.fields]
        if page.is_written and page.key in sources and facts:
            raise BundleError(page.file, facts[0], f"belongs to the source page, {sources[page.key].file}, alone.")
        if page.is_written and page.key in sources and page.model is not sources[page.key].model:
            raise BundleError(page.file, "type", f"differs from that of the source page, {sources[page.key].file}.")
    return sources


def _whole(pages: list[PageFile]) -> Iterator[Row]:
    for page in pages:
        yield Row(RowKind.WRITTEN if page.is_written else RowKind.SOURCE, page.locale, page)


def _translated(sources: dict[str, PageFile], translations: list[TranslationFile]) -> Iterator[Row]:
    for translation in translations:
        source = sources.get(translation.key)
        if source is None:
            raise BundleError(
                translation.file, "translation_key", f"no page in pages/ has the translation_key {translation.key}."
            )
        yield Row(RowKind.TRANSLATION, translation.locale, source, translation)


def _add_aliases(manifest: Manifest, pages: list[PageFile], rows: dict[tuple[str, str], Row]) -> None:
    """Add a stand-in for each page of the source language in each translated locale that has its parent."""
    codes = [locale.code for locale in manifest.locales.values() if not locale.is_written]
    sources = [page for page in pages if page.locale == manifest.source_locale and not page.is_written]
    wanted = [Row(RowKind.ALIAS, code, page) for page in sources for code in codes]
    while added := [row for row in wanted if row.place not in rows and (row.parent is None or row.parent in rows)]:
        rows.update({row.place: row for row in added})


def _check_place(row: Row, rows: dict[tuple[str, str], Row]) -> None:
    if row.parent is None:
        allowed, above = row.page.model.allowed_parent_page_models(), Page
    elif row.parent in rows:
        allowed, above = row.page.model.allowed_parent_page_models(), rows[row.parent].page.model
    else:
        raise BundleError(
            row.page.file, "parent", f"no page in {row.locale} has the translation_key {row.page.parent}."
        )
    if above not in allowed:
        below = "the root of the site" if above is Page else f"a page of the type {above._meta.label}"
        label = row.page.model._meta.label
        raise BundleError(row.page.file, "parent", f"a page of the type {label} cannot be below {below}.")


def _check_homes(manifest: Manifest, made: Outline) -> None:
    homes = [row for row in made.rows if row.kind is RowKind.SOURCE and row.parent is None]
    if not homes:
        raise BundleError("pages", "", f"there is no front page: none in {manifest.source_locale} has the parent null.")
    for row in made.rows:
        if row.parent is None and row.page.key != homes[0].page.key:
            raise BundleError(row.page.file, "parent", "only the front page, one in each locale, has the parent null.")
    if homes[0].locale != manifest.source_locale:
        raise BundleError(homes[0].page.file, "locale", "the front page must be in the source language.")


def _check_slugs(rows: list[Row]) -> None:
    taken: dict[tuple[object, str], Row] = {}
    for row in rows:
        if row.kind is RowKind.ALIAS:
            continue
        if len(row.slug.encode()) > MOST_BYTES:
            raise BundleError(row.file, "slug", f"must have at most {MOST_BYTES} bytes in UTF-8.")
        first = taken.setdefault((row.parent, row.slug), row)
        if first is not row:
            raise BundleError(row.file, "slug", f"“{row.slug}” is taken by {first.file} beside it.")
