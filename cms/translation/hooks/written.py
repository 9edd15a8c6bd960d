"""What the admin offers for pages that are written for their readers."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.translation.easy.editing import WrittenEditView
from cms.translation.easy.languages import is_written, written_locales
from cms.translation.easy.starting import may_write_below, place_for
from cms.translation.views.written_age import confirm
from cms.translation.views.written_checklist import save_checklist
from cms.translation.views.written_documents import DocumentsView, download, keep
from cms.translation.views.written_report import WrittenReportView
from cms.translation.views.written_start import StartView
from cms.translation.views.written_tests import ReaderTestsView, delete_test

EDITOR = "wagtailadmin_pages:edit"


@hooks.register("register_admin_urls")
def register_written_urls() -> list[URLPattern]:
    """Return the addresses of this subject."""
    here = "translation/written/"
    return [
        path(f"{here}start/<int:page_id>/<str:code>/", StartView.as_view(), name="translation_written_start"),
        path(f"{here}checklist/<int:page_id>/", save_checklist, name="translation_written_checklist"),
        path(f"{here}confirm/<int:page_id>/", confirm, name="translation_written_confirm"),
        path(f"{here}tests/<int:page_id>/", ReaderTestsView.as_view(), name="translation_written_tests"),
        path(f"{here}tests/<int:page_id>/<int:test_id>/", delete_test, name="translation_written_test_delete"),
        path(f"{here}documents/<int:page_id>/", DocumentsView.as_view(), name="translation_written_documents"),
        path(f"{here}documents/<int:page_id>/keep/", keep, name="translation_written_keep"),
        re_path(
            rf"^{here}documents/(?P<page_id>\d+)/text\.(?P<ending>docx|html)$",
            download,
            name="translation_written_download",
        ),
        path(f"{here}report/", WrittenReportView.as_view(), name="translation_written_report"),
    ]


@hooks.register("before_edit_page", order=1000)
def open_with_help_to_write(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer with the editor that has the source beside it, after everybody else was asked."""
    is_editor = request.resolver_match and request.resolver_match.view_name == EDITOR
    if not is_editor or page.alias_of_id or not is_written(page.locale):
        return None
    return WrittenEditView.as_view()(request, page_id=page.pk)


@hooks.register("register_page_header_buttons")
def offer_to_write(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer to write a page in each written language it is not there in, to people who may write there."""
    if page.is_root() or view_name not in ("edit", "index"):
        return
    locales = list(written_locales().select_related("profile"))
    if not locales or page.locale_id in {locale.pk for locale in locales}:
        return
    there = Page.objects.filter(translation_key=page.translation_key, alias_of__isnull=True)
    taken = set(there.values_list("locale_id", flat=True))
    for locale in locales:
        place = place_for(page, locale) if locale.pk not in taken else None
        parent = place and (place.parent or place.nearest)
        if place and (parent is None or may_write_below(user, parent)):
            yield Button(
                _("Write in %(language)s") % {"language": locale.profile.own_name},
                reverse("translation_written_start", args=[page.pk, locale.language_code]),
                icon_name="edit",
                priority=65,
            )
