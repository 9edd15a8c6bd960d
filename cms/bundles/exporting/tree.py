"""Which pages a bundle in the making holds, and in which files."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from cms.bundles.manifest import Manifest
from cms.bundles.outline import RowKind
from cms.bundles.page_files import PAGES, TRANSLATIONS, WRITTEN
from cms.core.models import BasePage, Edition

TOPS = {RowKind.SOURCE: PAGES, RowKind.TRANSLATION: TRANSLATIONS, RowKind.WRITTEN: WRITTEN}
Place = tuple[str, str]
"""Translation key and locale."""


@dataclass(frozen=True)
class LivePage:
    """A page that readers see. `parent` is the translation key above it, `position` its place among its siblings."""

    page: BasePage
    kind: RowKind
    locale: str
    file: str
    parent: str | None
    position: int

    @property
    def key(self) -> str:
        """Return the translation key as a bundle writes it."""
        return str(self.page.translation_key)


@dataclass
class LiveTree:
    """The pages a bundle holds, by file. `notes` says, a sentence each, what was left out."""

    pages: list[LivePage]
    sources: dict[str, LivePage]
    notes: list[str]

    @property
    def keys(self) -> set[str]:
        """Return the translation keys that a reference may name."""
        return {one.key for one in self.pages if one.kind is not RowKind.TRANSLATION}


def live_tree(manifest: Manifest, home: Page) -> LiveTree:
    """Return the live, public pages that count in their language and hang together below the front page."""
    gathering = _Gathering(manifest, str(home.translation_key))
    live = _live_pages()
    for of_source_locale in (True, False):
        for page in live:
            if (page.locale.language_code == manifest.source_locale) == of_source_locale:
                gathering.offer_whole(page)
        for page in live:
            gathering.offer_translation(page)
    for page in live:
        gathering.note_if_left_out(page)
    pages = sorted(gathering.taken.values(), key=lambda one: one.file)
    return LiveTree(pages, gathering.sources, gathering.notes)


def _live_pages() -> list[BasePage]:
    """Return them in the order of the tree, each with its kind of edition.

    One that nobody ever published, such as the front page an installation begins with, takes its time from there.
    """
    found = Page.objects.live().public().filter(depth__gt=1, edition__isnull=False, alias_of=None).order_by("path")
    pages = list(found.specific().select_related("locale"))
    editions = {edition.page_id: edition for edition in Edition.objects.all()}
    for page in pages:
        edition = editions[page.pk]
        page.edition_kind = edition.kind
        page.first_published_at = page.first_published_at or edition.first_published_at
        page.last_published_at = page.last_published_at or page.first_published_at
    return pages


class _Gathering:
    """Takes pages one after the other, parents before their children."""

    def __init__(self, manifest: Manifest, home_key: str) -> None:
        self._manifest, self._home_key = manifest, home_key
        self._parents = dict(Page.objects.values_list("path", "translation_key"))
        self._positions: dict[tuple[str | None, str], int] = {}
        self._names: set[str] = set()
        self.taken: dict[Place, LivePage] = {}
        self.sources: dict[str, LivePage] = {}
        self.notes: list[str] = []

    def offer_whole(self, page: Any) -> None:
        """Take a source page or a written page whose parent will be there too."""
        kind = self._kind(page)
        parent = self._parent_key(page)
        if kind is RowKind.TRANSLATION or not self._has_place(page, parent):
            return
        code = page.locale.language_code
        position = self._positions[parent, code] = self._positions.get((parent, code), -1) + 1
        live = LivePage(page, kind, code, self._name(TOPS[kind], page), parent, position)
        self.taken[live.key, code] = live
        if kind is RowKind.SOURCE:
            self.sources[live.key] = live

    def offer_translation(self, page: Any) -> None:
        """Take a translation whose source page was taken. Its file has the name of that one's."""
        code = page.locale.language_code
        source = self.sources.get(str(page.translation_key))
        place = (str(page.translation_key), code)
        if self._kind(page) is not RowKind.TRANSLATION or source is None or place in self.taken:
            return
        rest = source.file.removeprefix(f"{PAGES}/{source.locale}")
        name = self._free(f"{TRANSLATIONS}/{code}{rest}")
        self.taken[place] = LivePage(page, RowKind.TRANSLATION, code, name, source.parent, source.position)

    def note_if_left_out(self, page: Any) -> None:
        """Tell of a page that was not taken."""
        if (str(page.translation_key), page.locale.language_code) not in self.taken:
            self.notes.append(
                f"“{page.title}” ({page.locale.language_code}) is left out, since its source page or the page above "
                "it is not live."
            )

    def _kind(self, page: Any) -> RowKind:
        locale = self._manifest.locales.get(page.locale.language_code)
        if locale and locale.is_written:
            return RowKind.WRITTEN
        return RowKind.SOURCE if page.edition_kind == Edition.Kind.SOURCE else RowKind.TRANSLATION

    def _parent_key(self, page: Any) -> str | None:
        return str(self._parents[page.path[: -page.steplen]]) if page.depth > 2 else None

    def _has_place(self, page: Any, parent: str | None) -> bool:
        """Return whether the parent will be there after loading: taken, or a stand-in for a page that was taken."""
        key, code = str(page.translation_key), page.locale.language_code
        if code not in self._manifest.locales or (key, code) in self.taken:
            return False
        if parent is None:
            return key == self._home_key
        if (parent, code) in self.taken:
            return True
        source = self.sources.get(parent)
        is_translated = not self._manifest.locales[code].is_written
        return bool(source and source.locale == self._manifest.source_locale and is_translated)

    def _name(self, top: str, page: Any) -> str:
        slugs = page.url_path.strip("/").split("/")[1:]
        return self._free("/".join([top, page.locale.language_code, *slugs]) + ".json")

    def _free(self, name: str) -> str:
        """Return a name that is not taken, not even where upper and lower case are the same."""
        stem, number = name.removesuffix(".json"), 1
        while name.casefold() in self._names:
            number += 1
            name = f"{stem}~{number}.json"
        self._names.add(name.casefold())
        return name
