"""What came of an export or an import: progress, the ZIP, the report."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_tasks import TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist, TaskResultMismatch
from wagtail.models import Locale

from cms.translation.editor.markup import with_tags_marked
from cms.translation.exchange import shelf
from cms.translation.exchange.report import Entry, Outcome, Report
from cms.translation.exchange.tasks import export_pages, import_uploads, progress_of
from cms.translation.views.chosen_pages import back_url
from cms.translation.views.exchange import zip_name

ROWS_A_PAGE = 100
LOOK_AT = (Outcome.REFUSED, Outcome.CONFLICT)


@require_safe
def progress(request: HttpRequest, task_id: str) -> HttpResponse:
    """Show how far it is; then offer the ZIP, or lead to the report."""
    result, is_export = _result(task_id)
    if result.args[0] != request.user.pk:
        raise Http404
    key = result.return_value if result.status == TaskResultStatus.SUCCESSFUL else None
    if key and not is_export:
        return redirect("translation_exchange_report", key)
    title = _("Export for translation") if is_export else _("Import translations")
    context = {
        **_frame(title, "download" if is_export else "upload"),
        "is_export": is_export,
        "progress": progress_of(task_id),
        "has_failed": result.status == TaskResultStatus.FAILED,
        "file_url": reverse("translation_exchange_file", args=[task_id]) if key else "",
        "back_url": back_url(request),
    }
    return TemplateResponse(request, "translation/exchange_progress.html", context)


@require_safe
def file(request: HttpRequest, task_id: str) -> FileResponse:
    """Answer with the ZIP, to the person who asked for it."""
    result, is_export = _result(task_id)
    if not is_export or result.status != TaskResultStatus.SUCCESSFUL:
        raise Http404
    content = shelf.take(result.return_value, request.user)
    if content is None:
        raise Http404
    locale = Locale.objects.filter(pk=result.args[2]["locale"]).first()
    name = zip_name(locale) if locale else "export.zip"
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/zip")


@require_safe
def report(request: HttpRequest, key: str) -> HttpResponse:
    """Show what became of each text, those first that somebody has to look at."""
    data = shelf.take_json(key, request.user)
    if data is None:
        raise Http404
    found = Report.from_json(data)
    chosen = request.GET.get("outcome", "")
    entries = (
        [entry for entry in found.entries if entry.outcome == chosen] if chosen in Outcome.values else found.entries
    )
    shown = Paginator(sorted(entries, key=_urgency), ROWS_A_PAGE).get_page(request.GET.get("p"))
    context = {
        **_frame(_("Import translations"), "upload"),
        "report": found,
        "filters": _filters(found, chosen),
        "shown": shown,
        "rows": [_row(entry) for entry in shown.object_list],
        "arguments": urlencode({"outcome": chosen}) if chosen else "",
    }
    return TemplateResponse(request, "translation/import_report.html", context)


def _result(task_id: str) -> tuple[Any, bool]:
    """Return the result of a task of this subject, and whether it is an export."""
    for task in (export_pages, import_uploads):
        try:
            return task.get_result(task_id), task is export_pages
        except (TaskResultDoesNotExist, TaskResultMismatch):
            continue
    raise Http404


def _filters(found: Report, chosen: str) -> list[dict[str, Any]]:
    counts = [("", _("All"), len(found.entries))]
    counts += [(outcome.value, outcome.label, count) for outcome, count in found.counts.items() if count]
    return [
        {"address": f"?{urlencode({'outcome': value})}" if value else "?", "label": label, "count": count,
         "is_chosen": value == chosen}
        for value, label, count in counts
    ]  # fmt: skip


def _urgency(entry: Entry) -> int:
    return Outcome.values.index(entry.outcome)


def _row(entry: Entry) -> dict[str, Any]:
    outcome = Outcome(entry.outcome)
    address = reverse("wagtailadmin_pages:edit", args=[entry.page_id]) if entry.page_id else ""
    return {
        "entry": entry,
        "label": outcome.label,
        "is_to_look_at": outcome in LOOK_AT,
        "address": f"{address}#text-{entry.segment}" if address and entry.segment else address,
        "text": with_tags_marked(entry.text),
        "present": with_tags_marked(entry.present),
    }


def _frame(title: str, icon: str) -> dict[str, Any]:
    return {
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, {"url": "", "label": title}],
    }
