"""Giving a whole section to people in the background, with progress that can be looked at."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.utils import translation
from django_tasks import TaskContext, task
from wagtail.models import Locale, Page

from cms.translation.work.assigning import Order, Share, Summary, assign_pages

AT_ONCE = 20
"""So many pages, counted once for each language, are given out while the person waits."""
_KEEP_PROGRESS = 24 * 3600


def keys_of(page_ids: Sequence[int], *, below: bool) -> list[Any]:
    """Return the translation keys of pages in the order of the tree; with all pages below them where asked for."""
    pages = Page.objects.filter(pk__in=page_ids, depth__gt=1).order_by("path")
    found = [page.get_descendants(inclusive=True).order_by("path") for page in pages] if below else [pages]
    return list(dict.fromkeys(key for rows in found for key in rows.values_list("translation_key", flat=True)))


def encoded(order: Order) -> dict[str, Any]:
    """Return the order as a task can carry it."""
    return {
        "shares": [
            [share.locale.pk, share.translator.pk, share.reviewer.pk if share.reviewer else None]
            for share in order.shares
        ],
        "by": order.by.pk,
        "due": order.due.isoformat() if order.due else None,
        "note": order.note,
        "reassign": order.reassign,
    }


def decoded(order: dict[str, Any]) -> Order:
    """Return the order that a task carried; who or what was deleted meanwhile gets nothing.

    Nobody gets anything where the person who gave it may not work here any more.
    """
    locales = Locale.objects.select_related("profile").in_bulk([share[0] for share in order["shares"]])
    ids = {order["by"], *(pk for share in order["shares"] for pk in share[1:] if pk)}
    people = get_user_model().objects.filter(is_active=True).in_bulk(ids)
    shares = [
        Share(locales[locale], people[translator], people.get(reviewer))
        for locale, translator, reviewer in order["shares"]
        if locale in locales and translator in people and order["by"] in people
    ]
    due = date.fromisoformat(order["due"]) if order["due"] else None
    return Order(shares, people.get(order["by"]), due, order["note"], order["reassign"])


@task(takes_context=True)
def assign_section(context: TaskContext, page_ids: list[int], below: bool, order: dict[str, Any], language: str) -> Any:
    """Carry the order out and return its summary, in the language of the person who gave it."""
    keys = keys_of(page_ids, below=below)
    with translation.override(language):
        return asdict(assign_pages(keys, decoded(order), noting(context, len(keys))))


def noting(context: TaskContext, count: int) -> Callable[[int], None]:
    """Return what notes how many of so many pages are through; none is yet, which is noted at once."""
    name = progress_key(context.task_result.id)

    def note(done: int) -> None:
        cache.set(name, [done, count], _KEEP_PROGRESS)

    note(0)
    return note


def progress_of(task_id: str) -> tuple[int, int] | None:
    """Return how many pages are through, and of how many; None before it begins."""
    found = cache.get(progress_key(task_id))
    return (found[0], found[1]) if found else None


def summary_of(value: dict[str, Any]) -> Summary:
    """Return the summary that a task left."""
    done, left_out = ([tuple(one) for one in value[name]] for name in ("done", "left_out"))
    return Summary(done, left_out, value["work_ids"])


def progress_key(task_id: str) -> str:
    """Return where the cache keeps the progress of a task."""
    return f"translation-assignment-{task_id}"
