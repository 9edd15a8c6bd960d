"""The list of terms in the admin."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet

from cms.translation.forms.lists import TermExportForm, TermImportForm
from cms.translation.forms.terms import TermForm
from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.import_report import ImportReport
from cms.translation.models import Term
from cms.translation.roles import rights
from cms.translation.terms.csv_file import write_csv
from cms.translation.terms.entries import forbidden_of
from cms.translation.terms.importing import import_terms
from cms.translation.terms.tbx import write_tbx
from cms.translation.views.kept_lists import KeptDeleteView, KeptEditView, KeptIndexView, PairFilterSet
from cms.translation.views.list_columns import SourceTitleColumn, TargetColumn, own_name
from cms.translation.views.list_files import ListFilesView, download

NAME = "translation_terms"
_TYPES = {"csv": "text/csv; charset=utf-8", "tbx": "application/xml"}


class TermFilterSet(PairFilterSet):
    """Filters of the list."""

    class Meta:
        model = Term
        fields = ["source_locale", "target_locale", "kind"]


class TermIndexView(KeptIndexView):
    """The list."""

    template_name = "translation/list_index.html"
    files_url_name = f"{NAME}:files"

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        source, target = self._get_title_column_class(SourceTitleColumn), TargetColumn
        return [
            source("term", label=_("Word"), sort_key="term", get_url=self.get_edit_url),
            target("preferred", label=_("Translation"), sort_key="preferred"),
            target(
                "forbidden", label=_("Forbidden"), accessor=lambda term: ", ".join(forbidden_of(term)), classname="wide"
            ),
            Column("source", label=_("From"), accessor=own_name("source_locale"), classname="wide"),
            Column("target", label=_("Into"), accessor=own_name("target_locale"), sort_key="target_locale"),
            Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", classname="wide"),
            DateColumn("changed_at", label=_("Changed"), sort_key="changed_at", classname="wide"),
        ]


class TermFilesView(ListFilesView):
    """Export and import of terms."""

    url_namespace = NAME
    export_form = TermExportForm

    @property
    def title(self) -> str:
        """Return the title."""
        return _("Import and export of terms")

    @property
    def list_title(self) -> str:
        """Return the title of the list."""
        return _("Terms")

    @property
    def import_help(self) -> str:
        """Return what a file must be like."""
        return _(
            "A CSV file whose first line names the columns “term” and “translation” (“forbidden”, “kind” and “note” "
            "may follow), or a TBX file. A word that is in the list already gets what the file says."
        )

    def import_form(self, *data: Any) -> forms.Form:
        """Return the form; only into languages that the person keeps."""
        return TermImportForm(*data, targets=self.keeps)

    def take(self, form: forms.Form) -> ImportReport:
        """Take the terms in."""
        given = form.cleaned_data
        return import_terms(given["file"], given["source"], given["target"])


def export_terms(request: HttpRequest) -> HttpResponse:
    """Answer with the terms of a language pair as a file."""
    if not rights.takes_part(request.user):
        raise PermissionDenied
    form = TermExportForm(request.GET, auto_id="export_%s")
    if not form.is_valid():
        view = TermFilesView(template_name=TermFilesView.template_name)
        view.setup(request)
        return view.refuse_export(form)
    source, target, ending = (form.cleaned_data[name] for name in ("source", "target", "format"))
    terms = Term.objects.filter(source_locale=source, target_locale=target)
    content = write_csv(terms) if ending == "csv" else write_tbx(terms, source, target)
    return download(content, _TYPES[ending], "terms", (source, target), ending)


class TermViewSet(ModelViewSet):
    """The list of terms. Everybody who takes part in translation reads it, those who keep a language change it."""

    model = Term
    name = NAME
    url_prefix = "translation/terms"
    icon = "openquote"
    menu_hook = MENU_HOOK
    menu_label = gettext_lazy("Terms")
    menu_order = 44
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = TermIndexView
    edit_view_class = KeptEditView
    delete_view_class = KeptDeleteView
    filterset_class = TermFilterSet
    search_fields = ["term", "preferred", "forbidden", "note"]
    list_per_page = 50

    def get_edit_handler(self) -> Any:
        """Return the form."""
        panels = [
            FieldRowPanel([FieldPanel("source_locale"), FieldPanel("target_locale")]),
            FieldPanel("term"),
            FieldPanel("preferred"),
            FieldPanel("forbidden"),
            FieldPanel("kind"),
            FieldPanel("note"),
        ]
        return ObjectList(panels, base_form_class=TermForm).bind_to_model(self.model)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return what all views get; nothing else uses a term."""
        return super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the addresses of the files."""
        own = [
            path("files/", TermFilesView.as_view(), name="files"),
            path("export/", export_terms, name="export"),
        ]
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "usage"] + own


terms_viewset = TermViewSet()
