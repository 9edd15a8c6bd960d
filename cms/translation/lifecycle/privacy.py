"""Letting versions of a page be as private as their source."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from cms.translation.lifecycle.editions import rows_beside
from cms.translation.lifecycle.history import Step, enter


@transaction.atomic
def follow_privacy(source: Page, pages: Iterable[Page] | None = None) -> None:
    """Give the view restriction of a source to its versions, all of them or those given, or take theirs away."""
    pages = list(rows_beside(source).select_related("locale") if pages is None else pages)
    found = _restrictions([source, *pages])
    right = found.get(source.pk)
    for page in pages:
        if not _is_alike(found.get(page.pk), right):
            _restrict(page, right)
            enter(page, Step.PRIVACY, is_private=right is not None)


def _restrictions(pages: list[Page]) -> dict[int, PageViewRestriction]:
    rows = PageViewRestriction.objects.filter(page__in=pages).prefetch_related("groups").order_by("-pk")
    return {row.page_id: row for row in rows}


def _is_alike(one: PageViewRestriction | None, other: PageViewRestriction | None) -> bool:
    return _meaning(one) == _meaning(other)


def _meaning(one: PageViewRestriction | None) -> Any:
    return one and (one.restriction_type, one.password, {group.pk for group in one.groups.all()})


def _restrict(page: Page, right: PageViewRestriction | None) -> None:
    page.view_restrictions.all().delete()
    if right:
        made = PageViewRestriction(page=page, restriction_type=right.restriction_type, password=right.password)
        made.save()
        made.groups.set(right.groups.all())
