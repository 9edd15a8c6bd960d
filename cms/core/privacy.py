"""Which parts of the tree only some people may read."""

from typing import TYPE_CHECKING

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction

if TYPE_CHECKING:
    from wagtail.query import PageQuerySet


def public(pages: "PageQuerySet") -> "PageQuerySet":
    """Leave out pages behind a view restriction, as Wagtail's `public()` does, without a query of its own."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(outer_path=path).filter(outer_path__startswith=F("page__path"))
    return pages.exclude(Exists(restrictions))
