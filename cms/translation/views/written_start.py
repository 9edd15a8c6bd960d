"""Starting a page that is written for its readers."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page

from cms.translation.easy.languages import source_of, written_locales, written_version
from cms.translation.easy.panels import ChecklistSidePanel
from cms.translation.easy.starting import may_write_below, place_for, start
from cms.translation.forms.written import StartForm


class StartView(WagtailAdminTemplateMixin, FormView):
    """Asks for the title, says what is missing above, and opens the new draft in the page editor."""

    form_class = StartForm
    template_name = "translation/written_start.html"
    header_icon = "edit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to a version that exists already; refuse people who may not write in this language."""
        existing = written_version(self.source, self.locale)
        if existing and existing.alias_of_id is None:
            messages.info(request, _("This page is already there in this language."))
            return redirect("wagtailadmin_pages:edit", existing.pk)
        if self.parent is not None and not may_write_below(request.user, self.parent):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def source(self) -> Page:
        """Return the page to write from."""
        page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=self.kwargs["page_id"])
        return (source_of(page) or page).specific

    @cached_property
    def locale(self) -> Locale:
        """Return the language to write in; only written ones are found here."""
        return get_object_or_404(written_locales(), language_code=self.kwargs["code"])

    @cached_property
    def place(self) -> Any:
        """Return where the new page can stand."""
        return place_for(self.source, self.locale)

    @property
    def parent(self) -> Page | None:
        """Return the page the new one comes below, where one is there."""
        return self.place.parent or self.place.nearest

    def get_page_title(self) -> str:
        """Return the title of the view."""
        return _("Write in %(language)s") % {"language": self.locale.profile.own_name}

    def get_page_subtitle(self) -> str:
        """Return the title of the source."""
        return self.source.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return no breadcrumbs: the header names page and language."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add source, language and place."""
        missing = self.place.missing
        return super().get_context_data(
            source=self.source,
            locale=self.locale,
            place=self.place,
            parent=self.parent,
            missing_url=reverse("translation_written_start", args=[missing.pk, self.locale.language_code])
            if missing
            else "",
            **kwargs,
        )

    def form_valid(self, form: StartForm) -> HttpResponse:
        """Make the draft and open it."""
        try:
            if self.parent is None:
                raise ValidationError(_("Write the page above this one first."))
            page = start(
                self.source, self.locale, self.parent, title=form.cleaned_data["title"], user=self.request.user
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(
            self.request, _("The page is there as a draft. The list beside it shows what the source says.")
        )
        # translation_written.js opens the list at this mark.
        return redirect(f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#{ChecklistSidePanel.name}")
