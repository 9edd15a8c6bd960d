"""Starting translations of a page."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page

from cms.translation.drafts.submitting import submit
from cms.translation.forms.submission import SubmissionForm
from cms.translation.roles import rights
from cms.translation.roles.destinations import source_of
from cms.translation.views.starting import shown, started
from cms.translation.work.assigning_task import AT_ONCE
from cms.translation.work.starting_task import start_section


class SubmissionView(WagtailAdminTemplateMixin, FormView):
    """Asks into which languages, and makes a draft in each. `doors` lets in only those who may do so."""

    form_class = SubmissionForm
    template_name = "translation/submission.html"
    header_icon = "wagtail-localize-language"

    @cached_property
    def source(self) -> Page:
        """Return the page to translate: of any of its rows, the source."""
        return source_of(get_object_or_404(Page.objects.filter(depth__gt=1), pk=self.kwargs["page_id"]))

    def get_page_title(self) -> str:
        """Return the title of the view."""
        return _("Translate")

    def get_page_subtitle(self) -> str:
        """Return the title of the page."""
        return self.source.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return no breadcrumbs: the header names the page."""
        return []

    def get_initial(self) -> dict[str, Any]:
        """Choose the language that the address names."""
        return {"locales": Locale.objects.filter(language_code=self.request.GET.get("select_locale", ""))}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the page and the user."""
        return {**super().get_form_kwargs(), "source": self.source, "user": self.request.user}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page and the way back."""
        next_url = get_valid_next_url_from_request(self.request)
        return super().get_context_data(source=self.source, next_url=next_url, **kwargs)

    def form_valid(self, form: SubmissionForm) -> HttpResponse:
        """Make the drafts: few while the person waits, many in the background."""
        pages, locales = form.pages(), list(form.cleaned_data["locales"])
        if len(pages) * len(locales) > AT_ONCE:
            return self._start_later(form, locales)
        return self._start_now(form, pages, locales)

    def _start_now(self, form: SubmissionForm, pages: list[Page], locales: list[Locale]) -> HttpResponse:
        """Make all drafts or none."""
        try:
            with transaction.atomic():
                made = [submit(page, one, self.request.user) for page in pages for one in locales]
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, started(len([one for one in made if one])))
        return redirect(get_valid_next_url_from_request(self.request) or self._next_address(locales))

    def _start_later(self, form: SubmissionForm, locales: list[Locale]) -> HttpResponse:
        """Make each draft for itself: together they would keep everybody else from writing for minutes."""
        below = bool(form.cleaned_data.get("include_subtree"))
        ids = [one.pk for one in locales]
        result = start_section.enqueue(self.request.user.pk, self.source.pk, below, ids, get_language())
        if result.is_finished:
            return shown(self.request, result)
        next_url = get_valid_next_url_from_request(self.request)
        arguments = f"?{urlencode({'next': next_url})}" if next_url else ""
        return redirect(f"{reverse('translation_start_progress', args=[result.id])}{arguments}")

    def _next_address(self, locales: list[Locale]) -> str:
        """Return the address of the only draft, if the user may edit it, else where the user sees all of them."""
        page = self.source.get_translation_or_none(locales[0]) if len(locales) == 1 else None
        if page and rights.can_edit(self.request.user, page):
            return reverse("wagtailadmin_pages:edit", args=[page.pk])
        return reverse("translation_coverage")
