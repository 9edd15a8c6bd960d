"""Pages that show another language's text until they are translated."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.core.languages import Languages
from cms.translation.roles import rights
from cms.translation.roles.destinations import locales_for, source_of


def untranslated(request: HttpRequest, page: Page) -> HttpResponse:
    """Say in the place of the editor that the page is not translated yet, and what the user can do about it."""
    source = source_of(page)
    languages = Languages.load()
    may_start = locales_for(request.user, source).filter(pk=page.locale_id).exists()
    context = {
        "source": source,
        "source_language": languages.of(source.locale_id),
        "language": languages.of(page.locale_id),
        "may_start": may_start,
        "may_edit_source": rights.can_edit(request.user, source),
        "here": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "header_title": page.get_admin_display_title(),
        "page_title": _("Not translated yet"),
        "page_subtitle": page.get_admin_display_title(),
        "header_icon": "wagtail-localize-language",
    }
    return TemplateResponse(request, "translation/untranslated.html", context)
