"""Page rows that the frame and the links of an answer need, looked up together."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, Site

from cms.core.privacy import public
from cms.core.reader import Reader
from cms.core.resolver import with_age
from cms.core.slugs import FRONT_PAGE_DEPTH

_CACHE = "rows"
_SITE = Site.objects.filter(is_default_site=True)


class Rows:
    """Live public rows of pages in all languages by translation key, with their edition, its age, and `locale`.

    What will be needed is announced first; the first question looks everything up in one query.
    """

    def __init__(self) -> None:
        self._wanted = Q()
        self._by_key: dict[Any, dict[int, Page]] = {}
        self._key_of: dict[int, Any] = {}
        self._asked: set[int] = set()
        self._paths: set[str] = set()
        self._has_sections = False

    def want_pages(self, page_ids: Iterable[int]) -> None:
        """Announce pages by primary key: all their versions will be needed."""
        new = set(page_ids) - self._asked
        if new:
            self._asked |= new
            self._wanted |= Q(translation_key__in=Page.objects.filter(pk__in=new).values("translation_key"))

    def want_keys(self, keys: Iterable[Any]) -> None:
        """Announce pages by translation keys."""
        new = [key for key in keys if key not in self._by_key]
        if new:
            self._wanted |= Q(translation_key__in=new)

    def want_paths(self, paths: Iterable[str]) -> None:
        """Announce pages by their place in the tree (treebeard's path)."""
        new = set(paths) - self._paths
        if new:
            self._paths |= new
            self._wanted |= Q(translation_key__in=Page.objects.filter(path__in=new).values("translation_key"))

    def want_sections(self) -> None:
        """Announce the front page and what stands in menus below it."""
        if not self._has_sections:
            self._has_sections = True
            keys = _SITE.values("root_page__translation_key")
            self._wanted |= Q(translation_key__in=keys) | Q(show_in_menus=True, depth=FRONT_PAGE_DEPTH + 1)

    def want_address(self, locale_id: int, slugs: list[str]) -> None:
        """Announce what may be the page at the end of `slugs` below the front page, and its ancestors."""
        if slugs:
            depths = (FRONT_PAGE_DEPTH + 1, FRONT_PAGE_DEPTH + len(slugs))
            found = Page.objects.filter(locale_id=locale_id, depth__range=depths, slug__in=slugs)
            self._wanted |= Q(translation_key__in=found.values("translation_key"))

    def of_page(self, page_id: int) -> list[Page]:
        """Return the versions of the page with this primary key, live or not itself."""
        self.want_pages([page_id])
        self._look_up()
        return list(self._by_key.get(self._key_of.get(page_id), {}).values())

    def of_key(self, key: Any) -> list[Page]:
        """Return the versions of the page with this translation key."""
        self.want_keys([key])
        self._look_up()
        return list(self._by_key.get(key, {}).values())

    def announced(self, page_id: int) -> Page | None:
        """Return the row of a page that was announced by primary key; None for others, and for what is not live."""
        if page_id not in self._asked:
            return None
        self._look_up()
        return self._by_key.get(self._key_of.get(page_id), {}).get(page_id)

    def at_path(self, path: str) -> Page | None:
        """Return the row at a place in the tree that was announced."""
        self._look_up()
        return next((row for row in self.all() if row.path == path), None)

    def all(self) -> list[Page]:
        """Return all rows known so far, those announced included."""
        self._look_up()
        return [row for rows in self._by_key.values() for row in rows.values()]

    def front_pages(self) -> list[Page]:
        """Return the front pages of the site in all languages."""
        self.want_sections()
        return [row for row in self.all() if row.is_front_page]

    def _look_up(self) -> None:
        if not self._wanted:
            return
        wanted, self._wanted = self._wanted, Q()
        is_front_page = Exists(_SITE.filter(root_page__translation_key=OuterRef("translation_key")))
        for row in with_age(public(Page.objects.live()).filter(wanted).annotate(is_front_page=is_front_page)):
            self._by_key.setdefault(row.translation_key, {})[row.pk] = row
            self._key_of[row.pk] = row.translation_key
            self._paths.add(row.path)


def rows_for(reader: Reader) -> Rows:
    """Return the rows of the answer that `reader` gets."""
    return reader.cache.setdefault(_CACHE, Rows())


def is_edition(row: Page) -> bool:
    """Return whether a row looked up here counts in its language."""
    return hasattr(row, "edition")
