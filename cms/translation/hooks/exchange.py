"""Where texts are exported and imported: in the menu, at a page, and in lists of pages."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.translation.exchange.access import may_exchange
from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.views.exchange import ExportBulkAction, ExportView, ImportView
from cms.translation.views.exchange_results import file, progress, report

hooks.register("register_bulk_action", ExportBulkAction)


@hooks.register("register_admin_urls")
def exchange_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("translation/exchange/export/", ExportView.as_view(), name="translation_exchange_export"),
        path("translation/exchange/import/", ImportView.as_view(), name="translation_exchange_import"),
        path("translation/exchange/progress/<str:task_id>/", progress, name="translation_exchange_progress"),
        path("translation/exchange/file/<str:task_id>/", file, name="translation_exchange_file"),
        path("translation/exchange/report/<str:key>/", report, name="translation_exchange_report"),
    ]


class ExchangeMenuItem(MenuItem):
    """Shown to those who have a part in translation."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person has."""
        return may_exchange(request.user)


@hooks.register(MENU_HOOK)
def export_menu_item() -> MenuItem:
    """Add the item to the menu “Translations”."""
    address = reverse("translation_exchange_export")
    return ExchangeMenuItem(gettext_lazy("Export"), address, icon_name="download", order=40)


@hooks.register(MENU_HOOK)
def import_menu_item() -> MenuItem:
    """Add the item to the menu “Translations”."""
    address = reverse("translation_exchange_import")
    return ExchangeMenuItem(gettext_lazy("Import"), address, icon_name="upload", order=41)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def export_button(page: Page, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """Offer to export the texts of a page, or of the section below it."""
    if page.is_root() or not may_exchange(user):
        return
    arguments = {"id": page.pk} | ({"next": next_url} if next_url else {})
    address = f"{reverse('translation_exchange_export')}?{urlencode(arguments)}"
    yield Button(_("Export for translation…"), address, icon_name="download", priority=62)
