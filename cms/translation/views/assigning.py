"""Giving pages and sections to translators."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView
from django_tasks import TaskResultStatus
from django_tasks.exceptions import TaskResultDoesNotExist, TaskResultMismatch
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from cms.translation.forms.assigning import AssignForm
from cms.translation.roles import rights
from cms.translation.views.chosen_pages import back_url, chosen_pages, titles_of
from cms.translation.work.assigning import Summary, assign_pages
from cms.translation.work.assigning_task import AT_ONCE, assign_section, encoded, keys_of, progress_of, summary_of
from cms.translation.work.share_links import MOST_PAGES


class AssignView(WagtailAdminTemplateMixin, FormView):
    """Asks who gets the pages, gives them out, and says what was done and what was left out, and why.

    The pages are `pages`, else those of the address (`?id=…`), else the one chosen in the form. The address may name
    the languages it is about (`language=…`).
    """

    template_name = "translation/assign.html"
    form_class = AssignForm
    header_icon = "user"
    pages: list[Page] | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Let in those who hand out work."""
        if not rights.can_assign(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def chosen(self) -> list[Page] | None:
        """Return the pages, None where the form has to ask."""
        if self.pages is not None:
            return self.pages
        return chosen_pages(self.request)

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Assign translation")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Hand pages and languages over."""
        codes = self.request.GET.getlist("language")
        return {**super().get_form_kwargs(), "pages": self.chosen, "codes": codes}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the titles of the pages, and the way back."""
        return super().get_context_data(
            **titles_of(self.chosen or []),
            back_url=back_url(self.request),
            submit_url=self.request.get_full_path(),
            every_language_url=_without_languages(self.request),
            share_url=_share_url(self.chosen or []),
            **kwargs,
        )

    def form_valid(self, form: AssignForm) -> HttpResponse:
        """Give the pages out: few while the person waits, many in the background."""
        order, page_ids = form.order(self.request.user), form.page_ids()
        below = form.cleaned_data.get("below", False)
        keys = keys_of(page_ids, below=below)
        if len(keys) * len(order.shares) <= AT_ONCE:
            return self._summary(assign_pages(keys, order))
        result = assign_section.enqueue(page_ids, below, encoded(order), get_language())
        if result.is_finished:
            return self._summary(summary_of(result.return_value))
        return redirect(f"{reverse('translation_assign_progress', args=[result.id])}?next={back_url(self.request)}")

    def _summary(self, summary: Summary) -> HttpResponse:
        context = {**super().get_context_data(), "summary": summary, "back_url": back_url(self.request)}
        return self.response_class(self.request, "translation/assign_summary.html", context)


class AssignBulkAction(PageBulkAction):
    """The same for pages that were ticked in a list."""

    display_name = gettext_lazy("Assign translation…")
    action_type = "assign_translation"
    aria_label = gettext_lazy("Assign the translation of the selected pages")
    template_name = AssignView.template_name
    action_priority = 50

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the form for the pages that were ticked, or all of the list."""
        pages, _without_access = self.get_actionable_objects()
        return AssignView.as_view(pages=[page for page in pages if page.depth > 1])(request)


def _without_languages(request: HttpRequest) -> str:
    """Return the address of the same form about all languages."""
    given = request.GET.copy()
    given.pop("language", None)
    return f"{request.path}?{given.urlencode()}"


def _share_url(pages: list[Page]) -> str:
    """Return where a share link for these pages is made, or for one that is chosen there."""
    ids = [("id", page.pk) for page in pages[:MOST_PAGES]]
    return f"{reverse('translation_share_link_new')}?{urlencode(ids)}"


def progress(request: HttpRequest, task_id: str) -> HttpResponse:
    """Show how far giving out a section is, and its summary when it is through."""
    if not rights.can_assign(request.user):
        raise PermissionDenied
    try:
        result = assign_section.get_result(task_id)
    except (TaskResultDoesNotExist, TaskResultMismatch) as error:
        raise Http404 from error
    succeeded = result.status == TaskResultStatus.SUCCESSFUL
    context = {
        "progress": progress_of(task_id),
        "has_failed": result.status == TaskResultStatus.FAILED,
        "summary": summary_of(result.return_value) if succeeded else None,
        "back_url": back_url(request),
        "header_title": _("Assign translation"),
        "header_icon": AssignView.header_icon,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Assign translation")},
        ],
    }
    return TemplateResponse(request, "translation/assign_progress.html", context)
