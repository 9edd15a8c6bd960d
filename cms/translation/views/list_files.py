"""The page with the files of a list: what can be exported and imported, and what became of an import."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale

from cms.translation.exchange.faults import Unreadable
from cms.translation.import_report import ImportReport, RefusedLine
from cms.translation.roles import rights
from cms.translation.roles.policies import kept_locales


class ListFilesView(WagtailAdminTemplateMixin, TemplateView):
    """For those who take part in translation; importing only for those who keep a language."""

    template_name = "translation/list_files.html"
    header_icon = "upload"
    url_namespace = ""
    export_form: type[forms.Form]

    @property
    def title(self) -> str:
        """Return the title of the page."""
        raise NotImplementedError

    @property
    def list_title(self) -> str:
        """Return the title of the list the files are of."""
        raise NotImplementedError

    @property
    def import_help(self) -> str:
        """Return what a file must be like."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in those who may read the list, and to hand in a file those who keep a language."""
        self.keeps = kept_locales(request.user)
        is_allowed = self.keeps.exists() if request.method == "POST" else rights.takes_part(request.user)
        if not is_allowed:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def import_form(self, *data: Any) -> forms.Form:
        """Return the form for a file."""
        raise NotImplementedError

    def take(self, form: forms.Form) -> ImportReport:
        """Take the file of the form in. Raises Unreadable."""
        raise NotImplementedError

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take a file in and show what became of it."""
        form = self.import_form(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(import_form=form), status=422)
        try:
            report = self.take(form)
        except Unreadable as fault:
            messages.error(request, _("Nothing was imported."))
            report = ImportReport(refused=[RefusedLine(fault.line, fault.sentence)])
            return self.render_to_response(self.get_context_data(report=report, nothing=True), status=422)
        messages.success(request, _("The file was imported. Below is what became of it."))
        return self.render_to_response(self.get_context_data(report=report))

    def refuse_export(self, form: forms.Form) -> HttpResponse:
        """Show the page with what is wrong with the form for an export."""
        self.keeps = kept_locales(self.request.user)
        return self.render_to_response(self.get_context_data(export_form=form), status=422)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        index = {"url": reverse(f"{self.url_namespace}:index"), "label": self.list_title}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.title}]

    def get_page_title(self) -> str:
        """Return the title."""
        return self.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the forms."""
        forms_shown = {
            "export_form": self.export_form(auto_id="export_%s"),
            "export_url": reverse(f"{self.url_namespace}:export"),
            "import_form": self.import_form() if self.keeps.exists() else None,
            "import_help": self.import_help,
        }
        return {**super().get_context_data(**kwargs), **forms_shown, **kwargs}


def download(content: bytes, content_type: str, name: str, pair: tuple[Locale, Locale], ending: str) -> HttpResponse:
    """Return a file to be saved, named after its languages."""
    codes = "-".join(locale.language_code for locale in pair)
    disposition = f'attachment; filename="{name}-{codes}.{ending}"'
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})
