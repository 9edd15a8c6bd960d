"""Exporting texts for translators, and taking translated files in."""

from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Locale, Page

from cms.core.models import Edition
from cms.core.progress import silent
from cms.translation.exchange import shelf
from cms.translation.exchange.access import languages_for, may_exchange
from cms.translation.exchange.commission import Commission
from cms.translation.exchange.damage import DAMAGE
from cms.translation.exchange.export import export_to
from cms.translation.exchange.formats import FileFormat
from cms.translation.exchange.selection import Selection, What
from cms.translation.exchange.tasks import (
    EXPORTED_AT_ONCE,
    IMPORTED_AT_ONCE,
    encoded,
    export_pages,
    import_kept,
    import_uploads,
)
from cms.translation.forms.exchange import ExportForm, ImportForm
from cms.translation.views.chosen_pages import back_url, chosen_pages, titles_of

BYTES_A_PAGE = 10_000


class ExportView(WagtailAdminTemplateMixin, FormView):
    """Asks which texts, and answers with the ZIP: at once for few pages, from the background for many.

    The pages are `pages`, else those of the address (`?id=…`), else those chosen in the form.
    """

    template_name = "translation/export.html"
    form_class = ExportForm
    header_icon = "download"
    pages: list[Page] | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in those who have a part in some language that pages are translated into."""
        if not may_exchange(request.user) or not self.languages:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def languages(self) -> list[Locale]:
        """Return the languages the person may choose."""
        return languages_for(self.request.user)

    @cached_property
    def chosen(self) -> list[Page] | None:
        """Return the pages, None where the form has to ask."""
        return self.pages if self.pages is not None else chosen_pages(self.request)

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Export for translation")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Hand over the pages and the languages."""
        return {**super().get_form_kwargs(), "pages": self.chosen, "languages": self.languages}

    def get_initial(self) -> dict[str, Any]:
        """Begin with the language of the translation the form was opened for, else with the only one there is.

        Where pages are chosen, begin with all of their texts.
        """
        translated = Page.objects.filter(pk__in=[page.pk for page in self.chosen or ()])
        own = set(translated.exclude(edition__kind=Edition.Kind.SOURCE).values_list("locale", flat=True))
        first = next((one.pk for one in self.languages if one.pk in own or len(self.languages) == 1), None)
        return {"locale": first, "below": not self.chosen, "what": What.ALL if self.chosen else What.MISSING}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the titles of the pages, and the way back."""
        return super().get_context_data(
            **titles_of(self.chosen or []),
            back_url=back_url(self.request),
            submit_url=self.request.get_full_path(),
            **kwargs,
        )

    def form_valid(self, form: ExportForm) -> HttpResponse:
        """Answer with the ZIP, or with where it will be."""
        selection, given = form.selection(), form.cleaned_data
        count = selection.sources().count()
        if count > EXPORTED_AT_ONCE:
            result = export_pages.enqueue(
                self.request.user.pk, get_language(), encoded(selection), given["file_format"], given["with_tmx"]
            )
            return redirect_to_progress(self.request, result.id)
        commissions = selection.commissions()
        if not commissions:
            form.add_error(None, _nothing(selection))
            return self.form_invalid(form)
        return _zip(commissions, selection, FileFormat(given["file_format"]), given["with_tmx"])


class ExportBulkAction(PageBulkAction):
    """The same for pages that were ticked in a list."""

    display_name = gettext_lazy("Export for translation…")
    action_type = "export_translation"
    aria_label = gettext_lazy("Export the selected pages for translation")
    template_name = ExportView.template_name
    action_priority = 60

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the form for the pages that were ticked, or all of the list."""
        pages, _without_access = self.get_actionable_objects()
        return ExportView.as_view(pages=[page for page in pages if page.depth > 1])(request)


class ImportView(WagtailAdminTemplateMixin, FormView):
    """Takes files in and leads to the report: at once for few pages, through the background for many."""

    template_name = "translation/import.html"
    form_class = ImportForm
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in those who have a part in translation; which pages they may change is asked page by page."""
        if not may_exchange(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """Return the title in the language of the person."""
        return _("Import translations")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        """Keep the files, take them in, and lead to the report."""
        files, user = form.cleaned_data["files"], self.request.user
        pages = sum(_pages_in(file) for file in files)
        kept = [[shelf.put(file, user), file.name] for file in files]
        if pages > IMPORTED_AT_ONCE:
            return redirect_to_progress(self.request, import_uploads.enqueue(user.pk, get_language(), kept).id)
        report = import_kept(kept, user, silent)
        return redirect("translation_exchange_report", shelf.put_json(report.as_json(), user))


def redirect_to_progress(request: HttpRequest, task_id: str) -> HttpResponseRedirect:
    """Lead to the page that shows how far a task is."""
    address = reverse("translation_exchange_progress", args=[task_id])
    return redirect(f"{address}?{urlencode({'next': back_url(request)})}")


def _zip(commissions: list[Commission], selection: Selection, file_format: FileFormat, with_tmx: bool) -> HttpResponse:
    response = HttpResponse(content_type="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{zip_name(selection.locale)}"'
    export_to(response, commissions, file_format, with_tmx=with_tmx)
    return response


def zip_name(locale: Locale) -> str:
    """Return what the ZIP is called on the person's computer."""
    return f"{locale.language_code}-{timezone.localdate().isoformat()}.zip"


def _nothing(selection: Selection) -> str:
    if selection.what == What.ALL:
        return _("There is no text to export. Only published pages that are translated text by text have some.")
    return _("Nothing is missing there. Choose “All” to export finished texts too.")


def _pages_in(file: UploadedFile) -> int:
    """Return how many pages a file holds, as far as that can be told without reading it."""
    try:
        with ZipFile(file) as archive:
            return len(archive.infolist())
    except DAMAGE:
        return max(1, file.size // BYTES_A_PAGE)
    finally:
        file.seek(0)
