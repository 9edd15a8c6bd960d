"""The translation memory in the admin: to be searched, to lose a wrong entry, to come and go as TMX."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

from cms.translation.forms.lists import MemoryImportForm, PairForm
from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.import_report import ImportReport
from cms.translation.models import MemoryEntry
from cms.translation.roles import rights
from cms.translation.tmx import export_tmx, import_tmx
from cms.translation.views.kept_lists import KeptDeleteView, KeptIndexView, PairFilterSet
from cms.translation.views.list_columns import SourceTitleColumn, TargetColumn, own_name, without_tags
from cms.translation.views.list_files import ListFilesView, download

NAME = "translation_memory"


class MemoryFilterSet(PairFilterSet):
    """Filters of the memory."""

    class Meta:
        model = MemoryEntry
        fields = ["source_locale", "target_locale", "origin"]


class MemoryIndexView(KeptIndexView):
    """The memory, the latest entries first."""

    template_name = "translation/list_index.html"
    table_classname = "listing translation-memory"
    files_url_name = f"{NAME}:files"

    def get_base_queryset(self) -> QuerySet[MemoryEntry]:
        """Return the entries with the title of the page they were used on."""
        page = Page.objects.filter(translation_key=OuterRef("used_in"), locale_id=OuterRef("source_locale_id"))
        return super().get_base_queryset().annotate(page_title=Subquery(page.values("title")[:1]))

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        source = self._get_title_column_class(SourceTitleColumn)
        return [
            source("source_text", label=_("Source text"), accessor=without_tags("source_text")),
            TargetColumn("target_text", label=_("Translation"), accessor=without_tags("target_text")),
            Column("source", label=_("From"), accessor=own_name("source_locale"), classname="wide"),
            Column("target", label=_("Into"), accessor=own_name("target_locale"), sort_key="target_locale"),
            Column("origin", label=_("Origin"), accessor=_origin, classname="wide"),
            DateColumn("changed_at", label=_("Changed"), sort_key="changed_at", classname="wide"),
        ]


class MemoryFilesView(ListFilesView):
    """Export and import of the memory."""

    url_namespace = NAME
    export_form = PairForm

    @property
    def title(self) -> str:
        """Return the title."""
        return _("Import and export of the memory")

    @property
    def list_title(self) -> str:
        """Return the title of the list."""
        return _("Translation memory")

    @property
    def import_help(self) -> str:
        """Return what a file must be like."""
        return _("A TMX file. Only translations into languages that you keep are taken. Nothing is replaced.")

    def import_form(self, *data: Any) -> forms.Form:
        """Return the form."""
        return MemoryImportForm(*data)

    def take(self, form: forms.Form) -> ImportReport:
        """Take the entries in."""
        return import_tmx(form.cleaned_data["file"], self.request.user, targets=self.keeps)


def export_memory(request: HttpRequest) -> HttpResponse:
    """Answer with the memory of a language pair as TMX."""
    if not rights.takes_part(request.user):
        raise PermissionDenied
    form = PairForm(request.GET, auto_id="export_%s")
    if not form.is_valid():
        view = MemoryFilesView(template_name=MemoryFilesView.template_name)
        view.setup(request)
        return view.refuse_export(form)
    pair = form.cleaned_data["source"], form.cleaned_data["target"]
    return download(export_tmx(*pair), "application/xml", "memory", pair, "tmx")


class MemoryViewSet(ModelViewSet):
    """The memory. It is written by approving translations, so that entries can only be deleted here."""

    model = MemoryEntry
    name = NAME
    url_prefix = "translation/memory"
    icon = "history"
    menu_hook = MENU_HOOK
    menu_label = gettext_lazy("Memory")
    menu_order = 45
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = MemoryIndexView
    delete_view_class = KeptDeleteView
    filterset_class = MemoryFilterSet
    search_fields = ["source_text", "target_text", "tool"]
    list_per_page = 50
    exclude_form_fields: list[str] = []

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return what all views get; nothing can be added or edited here."""
        closed = dict.fromkeys(("add_url_name", "edit_url_name", "usage_url_name", "history_url_name"))
        return super().get_common_view_kwargs(**{**closed, **kwargs})

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the addresses that are open, and those of the files."""
        is_open = ("index", "index_results", "delete")
        own = [
            path("files/", MemoryFilesView.as_view(), name="files"),
            path("export/", export_memory, name="export"),
        ]
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in is_open] + own


def _origin(entry: Any) -> str:
    """Return where an entry comes from: the page it was used on, or the tool it was imported from."""
    return entry.page_title or entry.tool or entry.get_origin_display()


memory_viewset = MemoryViewSet()
