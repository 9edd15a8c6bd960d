"""Which parts of the tree only some people may read."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from wagtail.models import PageViewRestriction

from cms.core.reader import current_reader

if TYPE_CHECKING:
    from wagtail.query import PageQuerySet

_CACHE = "private branches"


def public(pages: "PageQuerySet") -> "PageQuerySet":
    """Leave out pages behind a view restriction, as Wagtail's `public()` does, but ask for them once per answer."""
    private = Q()
    for path in _private_branches():
        private |= Q(path__startswith=path)
    return pages.exclude(private) if private else pages


def is_public(page: Any) -> bool:
    """Return whether a page stands behind no view restriction, its ancestors' included."""
    return not any(page.path.startswith(path) for path in _private_branches())


def has_private_branches() -> bool:
    """Return whether any page has a view restriction."""
    return bool(_private_branches())


def _private_branches() -> list[str]:
    cache = current_reader().cache
    if _CACHE not in cache:
        cache[_CACHE] = list(PageViewRestriction.objects.values_list("page__path", flat=True).distinct())
    return cache[_CACHE]
