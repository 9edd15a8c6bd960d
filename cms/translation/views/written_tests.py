"""Tests of a written page with its readers: what there is, and adding one."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.translation.easy.reader_tests import record_test
from cms.translation.forms.written import ReaderTestForm
from cms.translation.models import ReaderTest
from cms.translation.views.written_checklist import written_page


class ReaderTestsView(WagtailAdminTemplateMixin, FormView):
    """Lists the tests of a page and adds one."""

    form_class = ReaderTestForm
    template_name = "translation/written_tests.html"
    page_title = gettext_lazy("Tests with readers")
    header_icon = "group"
    page: Page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the page."""
        self.page = written_page(request, kwargs["page_id"]).specific
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return the title of the page."""
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Lead back to the page."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            {"url": edit, "label": self.page.get_admin_display_title()},
            {"url": "", "label": str(self.page_title)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page and its tests."""
        tests = ReaderTest.objects.filter(page_id=self.page.pk).select_related("recorded_by")
        return super().get_context_data(page=self.page, tests=tests, **kwargs)

    def form_valid(self, form: ReaderTestForm) -> HttpResponse:
        """Keep the test."""
        record_test(self.page, **form.cleaned_data, user=self.request.user)
        messages.success(self.request, _("The test is noted. Readers see it at the end of the page."))
        return redirect("translation_written_tests", self.page.pk)


@require_POST
def delete_test(request: HttpRequest, page_id: int, test_id: int) -> HttpResponse:
    """Delete a test that was noted by mistake."""
    page = written_page(request, page_id)
    get_object_or_404(ReaderTest, pk=test_id, page_id=page.pk).delete()
    messages.success(request, _("The test is deleted."))
    return redirect("translation_written_tests", page.pk)
