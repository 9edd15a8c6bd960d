"""A written page as a document: out to an office for easy language, and back in as a draft."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.core.languages import Languages
from cms.translation.easy.documents import html_out, word_out
from cms.translation.easy.documents.incoming import proposal_for
from cms.translation.easy.documents.intake import draft_of, read, sealed, take_in
from cms.translation.easy.documents.outgoing import parts_of_page
from cms.translation.easy.documents.parts import Refused
from cms.translation.easy.documents.preview import preview_of
from cms.translation.forms.written import DocumentForm
from cms.translation.views.written_checklist import written_page

WRITERS = {
    "docx": (word_out.word_file, word_out.MEDIA_TYPE),
    "html": (html_out.html_file, html_out.MEDIA_TYPE),
}


@require_GET
def download(request: HttpRequest, page_id: int, ending: str) -> HttpResponse:
    """Answer with the page, as it was saved last, as a document to be worked on."""
    page = written_page(request, page_id).specific
    write, media_type = WRITERS[ending]
    language = page.locale.profile.exchange_code or page.locale.language_code
    # The lines for people in the document are in its language, or in the plain form of it.
    with translation.override(page.locale.language_code.removesuffix("-simple")):
        data = write(parts_of_page(draft_of(page)), title=page.title, language=language.removesuffix("-simple"))
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{page.pk}-{page.locale.language_code}.{ending}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


class DocumentsView(WagtailAdminTemplateMixin, FormView):
    """Offers the documents, takes one back, and shows what would come in before anything is kept."""

    form_class = DocumentForm
    template_name = "translation/written_documents.html"
    page_title = gettext_lazy("Word and HTML documents")
    header_icon = "doc-full"
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
        """Add the page and its language."""
        language = Languages.load().of(self.page.locale_id)
        return super().get_context_data(page=self.page, language=language, **kwargs)

    def form_valid(self, form: DocumentForm) -> HttpResponse:
        """Show what would come in, or why nothing can."""
        file = form.cleaned_data["document"]
        draft = draft_of(self.page)
        try:
            proposal = proposal_for(draft, read(file.name, file.read()))
        except Refused as refusal:
            form.add_error("document", refusal)
            return self.form_invalid(form)
        self.template_name = "translation/written_preview.html"
        fields = preview_of(draft, proposal.values)
        return self.render_to_response(
            self.get_context_data(fields=fields, remarks=proposal.remarks, seal=sealed(self.page, proposal))
        )


@require_POST
def keep(request: HttpRequest, page_id: int) -> HttpResponse:
    """Keep what was looked at as the new draft."""
    page = written_page(request, page_id).specific
    try:
        take_in(page, request.POST.get("seal", ""), request.user)
    except Refused as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
        return redirect("translation_written_documents", page.pk)
    messages.success(request, _("The document is the new draft. The one before it is in the history of the page."))
    return redirect("wagtailadmin_pages:edit", page.pk)
