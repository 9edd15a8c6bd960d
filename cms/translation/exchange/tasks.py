"""Exporting and importing many pages in the background, with progress that can be looked at."""

from tempfile import TemporaryFile
from typing import Any

from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.utils import translation
from django_tasks import TaskContext, task
from wagtail.models import Locale, Page

from cms.core.progress import Progress
from cms.translation.exchange import shelf
from cms.translation.exchange.export import export_to
from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.report import Report
from cms.translation.exchange.selection import Selection, What

EXPORTED_AT_ONCE = 150
"""So many pages are exported while the person waits: a second's work or two."""
IMPORTED_AT_ONCE = 20
"""So many pages are imported while the person waits: each gets a draft, which takes longer."""
_KEEP_PROGRESS = 24 * 3600


def encoded(selection: Selection) -> dict[str, Any]:
    """Return a selection as a task can carry it."""
    return {
        "locale": selection.locale.pk,
        "what": str(selection.what),
        "pages": None if selection.pages is None else [page.pk for page in selection.pages],
        "below": selection.with_pages_below,
    }


def decoded(selection: dict[str, Any]) -> Selection:
    """Return the selection that a task carried; pages that were deleted meanwhile are not in it."""
    pages = selection["pages"]
    return Selection(
        Locale.objects.select_related("profile").get(pk=selection["locale"]),
        What(selection["what"]),
        None if pages is None else tuple(Page.objects.filter(pk__in=pages)),
        selection["below"],
    )


@task(takes_context=True)
def export_pages(
    context: TaskContext, user_id: int, language: str, selection: dict[str, Any], file_format: str, with_tmx: bool
) -> str:
    """Keep the ZIP for the person and return its key."""
    user = get_user_model().objects.get(pk=user_id)
    with translation.override(language), TemporaryFile() as out:
        commissions = decoded(selection).commissions()
        export_to(out, commissions, FileFormat(file_format), with_tmx=with_tmx, progress=_progress(context))
        out.seek(0)
        return shelf.put(out, user)


@task(takes_context=True)
def import_uploads(context: TaskContext, user_id: int, language: str, uploads: list[list[str]]) -> str:
    """Take files in that were kept as (key, name), and return the key of the report."""
    user = get_user_model().objects.get(pk=user_id)
    with translation.override(language):
        report = import_kept(uploads, user, _progress(context))
    return shelf.put_json(report.as_json(), user)


def import_kept(uploads: list[list[str]], user: Any, progress: Progress) -> Report:
    """Take in files that were kept as (key, name) and delete them; return the report of all of them."""
    report = Report()
    for key, name in uploads:
        file = shelf.take(key, user)
        if file is not None:
            with file:
                report.add(import_file(file, name, user=user, progress=progress))
            shelf.discard(key)
    return report


def progress_of(task_id: str) -> tuple[int, int] | None:
    """Return how many pages are through, and of how many; None before it begins."""
    found = cache.get(_key(task_id))
    return (found[0], found[1]) if found else None


def _progress(context: TaskContext) -> Progress:
    key = _key(context.task_result.id)

    def note(_label: str, done: int, total: int) -> None:
        cache.set(key, [done, total], _KEEP_PROGRESS)

    return note


def _key(task_id: str) -> str:
    return f"translation-exchange-{task_id}"
