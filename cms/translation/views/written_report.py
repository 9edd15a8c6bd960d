"""The report on all pages that are written for their readers."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.translation.coverage.selection import ReaderSees
from cms.translation.easy.languages import written_locales
from cms.translation.easy.report import rows_of, written_pages
from cms.translation.roles.rights import takes_part

PAGES_AT_ONCE = 30


class WrittenReportView(WagtailAdminTemplateMixin, TemplateView):
    """Lists written pages with age, advice and tests."""

    template_name = "translation/written_report.html"
    page_title = gettext_lazy("Easy language")
    header_icon = "pilcrow"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse people who have no part in translation."""
        if not takes_part(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way to this view."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add one leaf of the list."""
        shown = Paginator(written_pages(), PAGES_AT_ONCE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            shown=shown, rows=rows_of(list(shown)), unwritten_url=_unwritten_url(), **kwargs
        )


def _unwritten_url() -> str:
    """Return where the pages stand that are not there in the written languages."""
    codes = written_locales().values_list("language_code", flat=True)
    arguments = [*(("language", code) for code in codes), ("sees", ReaderSees.NOTHING)]
    return f"{reverse('translation_coverage')}?{urlencode(arguments)}"
