"""Where work is handed out: in lists of pages, at a page, and in the menu."""

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

from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.roles import rights
from cms.translation.views.assigning import AssignBulkAction, AssignView, progress

hooks.register("register_bulk_action", AssignBulkAction)


@hooks.register("register_admin_urls")
def assigning_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("translation/assign/", AssignView.as_view(), name="translation_assign"),
        path("translation/assign/<str:task_id>/", progress, name="translation_assign_progress"),
    ]


class AssignMenuItem(MenuItem):
    """Shown to those who hand out work."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person may."""
        return rights.can_assign(request.user)


@hooks.register(MENU_HOOK)
def assign_menu_item() -> MenuItem:
    """Add the item to the menu “Translations”."""
    return AssignMenuItem(gettext_lazy("Assign"), reverse("translation_assign"), icon_name="user", order=15)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def assign_button(page: Page, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """Offer to assign a page, or the section below it."""
    if page.is_root() or not rights.can_assign(user):
        return
    arguments = {"id": page.pk} | ({"next": next_url} if next_url else {})
    address = f"{reverse('translation_assign')}?{urlencode(arguments)}"
    yield Button(_("Assign translation…"), address, icon_name="user", priority=61)
