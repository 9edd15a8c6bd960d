"""The work on one page in one language, its steps, and what people say about it."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from cms.core.languages import Languages
from cms.translation.models import TranslationWork
from cms.translation.roles import rights
from cms.translation.texts.isolation import isolated
from cms.translation.views.step_answers import take_and_tell
from cms.translation.work import comments
from cms.translation.work.bar import WorkBar


def work(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who does what until when, what can be done now, and all comments."""
    record = _record(request, pk)
    bar = WorkBar(record, request.user, next_url=request.get_full_path())
    page = bar.source or bar.page
    language = Languages.load().of(record.locale_id)
    name = page.get_admin_display_title() if page else _("A page that was deleted")
    title = _("%(title)s → %(language)s") % {"title": isolated(name), "language": isolated(language.own_name)}
    context = {
        "bar": bar,
        "language": language,
        "comments": comments.comments_on(record),
        "header_title": title,
        "header_icon": "wagtail-localize-language",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("translation_waiting"), "label": _("Waiting for me")},
            {"url": "", "label": title},
        ],
    }
    return TemplateResponse(request, "translation/work.html", context)


@require_POST
def take_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """Take a step, and go back with the sentence that says so or why not.

    The form sends the state it showed, so that nobody decides about something they have not seen.
    """
    record = _record(request, pk)
    record.state = request.POST.get("state", record.state)
    take_and_tell(request, record, step, request.POST.get("comment", ""), comment_id="work-bar-comment")
    return _back(request, record)


@require_POST
def add_comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a comment on the page, or on the text whose path is sent."""
    record = _record(request, pk)
    try:
        path = request.POST.get("path", "")
        comments.add(record, request.POST.get("comment", ""), author=request.user, path=path)
        messages.success(request, _("The comment was added."))
    except ValidationError as error:
        for sentence in error.messages:
            messages.error(request, sentence)
    return _back(request, record)


def _record(request: HttpRequest, pk: int) -> Any:
    record = get_object_or_404(TranslationWork.objects.select_related("locale__profile"), pk=pk)
    if not rights.may_see(request.user, record.locale):
        raise PermissionDenied
    return record


def _back(request: HttpRequest, record: TranslationWork) -> HttpResponse:
    return redirect(get_valid_next_url_from_request(request) or reverse("translation_work", args=[record.pk]))
