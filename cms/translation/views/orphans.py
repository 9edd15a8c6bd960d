"""The list of pages whose source was deleted."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.translation.lifecycle.restoring import kept_sources, pages_without_source, restore_source
from cms.translation.roles import rights

ROWS_A_PAGE = 30


class OrphansView(WagtailAdminTemplateMixin, TemplateView):
    """Pages that stand alone since their source was deleted, with what can be done."""

    template_name = "translation/orphans.html"
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer those who have a part in translation."""
        if not rights.takes_part(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Pages without source")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add one page of the list."""
        paginator = WagtailPaginator(pages_without_source(), ROWS_A_PAGE)
        shown = paginator.get_page(self.request.GET.get("p"))
        kept = kept_sources(shown.object_list)
        rows = [(page, kept.get(page.translation_key)) for page in shown.object_list]
        pages = paginator.get_elided_page_range(shown.number)
        return {**super().get_context_data(**kwargs), "rows": rows, "items": shown, "elided_page_range": pages}


@require_POST
def restore(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make the source of one page anew and open it in the page editor."""
    page = get_object_or_404(pages_without_source(), pk=page_id)
    try:
        made = restore_source(page, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("translation_orphans")
    sentence = _("“%(title)s” is back as a draft. Check and publish it: its translations come back with it.")
    messages.success(request, sentence % {"title": made.title})
    return redirect("wagtailadmin_pages:edit", made.pk)
