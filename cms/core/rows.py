"""Page rows that the frame and the links of an answer need, looked up together."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from wagtail.models import Page

from cms.core.privacy import public
from cms.core.reader import Reader
from cms.core.resolver import with_age

_CACHE = "rows"


class Rows:
    """Live rows of pages in all languages by translation key, with their edition, its age, and `locale`.

    What will be needed is announced first; the first question looks everything up in one query.
    """

    def __init__(self) -> None:
        self._wanted = Q()
        self._by_key: dict[Any, dict[int, Page]] = {}
        self._key_of: dict[int, Any] = {}
        self._asked: set[int] = set()

    def want_pages(self, page_ids: Iterable[int]) -> None:
        """Announce pages by primary key: all their versions will be needed."""
        new = set(page_ids) - self._asked
        if new:
            self._asked |= new
            keys = Page.objects.filter(pk__in=new).values("translation_key")
            self._wanted |= Q(translation_key__in=keys)

    def want_keys(self, keys: Any) -> None:
        """Announce pages by translation keys, given as a list or as a subquery."""
        self._wanted |= Q(translation_key__in=keys)

    def of_page(self, page_id: int) -> list[Page]:
        """Return the versions of the page with this primary key, live or not itself."""
        self.want_pages([page_id])
        self._look_up()
        return list(self._by_key.get(self._key_of.get(page_id), {}).values())

    def of_key(self, key: Any) -> list[Page]:
        """Return the versions of the page with this translation key, which was announced."""
        self._look_up()
        return list(self._by_key.get(key, {}).values())

    def all(self) -> list[Page]:
        """Return all rows known so far, those announced included."""
        self._look_up()
        return [row for rows in self._by_key.values() for row in rows.values()]

    def _look_up(self) -> None:
        if not self._wanted:
            return
        wanted, self._wanted = self._wanted, Q()
        for row in with_age(public(Page.objects.live()).filter(wanted)):
            self._by_key.setdefault(row.translation_key, {})[row.pk] = row
            self._key_of[row.pk] = row.translation_key


def rows_for(reader: Reader) -> Rows:
    """Return the rows of the answer that `reader` gets."""
    return reader.cache.setdefault(_CACHE, Rows())


def is_edition(row: Page) -> bool:
    """Return whether a row looked up here counts in its language."""
    return hasattr(row, "edition")
