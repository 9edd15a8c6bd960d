"""Reads that every page type shares."""

from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from cms.core.models.edition import Edition
from cms.core.privacy import public


class BasePageQuerySet(PageQuerySet):
    """Pages as readers may see them."""

    def sources(self) -> "BasePageQuerySet":
        """Return live, public source pages: those that hold the facts and stand for all their translations."""
        return public(self.live()).filter(edition__kind=Edition.Kind.SOURCE)

    def editions(self) -> "BasePageQuerySet":
        """Return live, public pages that count in their language."""
        return public(self.live()).filter(edition__isnull=False)


BasePageManager = PageManager.from_queryset(BasePageQuerySet)
