"""What came of starting the translations of a section: progress, then the summary."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from django_tasks import TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist, TaskResultMismatch
from wagtail.admin.utils import get_valid_next_url_from_request

from cms.translation.work.assigning_task import progress_of, summary_of
from cms.translation.work.starting_task import start_section


@require_safe
def progress(request: HttpRequest, task_id: str) -> HttpResponse:
    """Show the person who started it how far it is, and the summary when it is through."""
    try:
        result = start_section.get_result(task_id)
    except (TaskResultDoesNotExist, TaskResultMismatch) as error:
        raise Http404 from error
    if result.args[0] != request.user.pk:
        raise Http404
    return shown(request, result)


def shown(request: HttpRequest, result: Any) -> HttpResponse:
    """Return the page about a task that waits, runs or ended."""
    succeeded = result.status == TaskResultStatus.SUCCESSFUL
    summary = summary_of(result.return_value) if succeeded else None
    context = {
        "progress": progress_of(result.id),
        "has_failed": result.status == TaskResultStatus.FAILED,
        "summary": summary,
        "sentence": started(len(summary.done)) if summary else "",
        "back_url": get_valid_next_url_from_request(request) or reverse("translation_coverage"),
        "header_title": _("Translate"),
        "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Translate")},
        ],
    }
    return TemplateResponse(request, "translation/start_progress.html", context)


def started(count: int) -> str:
    """Say how many translations were started."""
    sentence = ngettext(
        "%(count)d translation can be worked on now.", "%(count)d translations can be worked on now.", count
    )
    return sentence % {"count": count}
