"""The coverage matrix in menu and addresses, and its totals on the admin's home."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.translation.coverage.selection import Selection
from cms.translation.coverage.totals import totals
from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.roles import rights
from cms.translation.views.coverage import CoverageView, coverage_csv


class CoverageMenuItem(MenuItem):
    """Shown to those who have a part in translation."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person may open the matrix."""
        return rights.takes_part(request.user)


class CoveragePanel(Component):
    """How far each language is."""

    order = 120

    class Media:
        css = {"all": ("admin/css/translation_coverage.css",)}

    def render_html(self, parent_context: dict[str, Any]) -> str:
        """Return the panel for the person who asks."""
        selection = Selection.of([])
        found = totals(selection.pages(), selection.languages)
        return render_to_string("translation/coverage_panel.html", {"totals": found}, parent_context["request"])


@hooks.register("register_admin_urls")
def coverage_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("translation/coverage/", CoverageView.as_view(), name="translation_coverage"),
        path("translation/coverage.csv", coverage_csv, name="translation_coverage_csv"),
    ]


@hooks.register(MENU_HOOK)
def coverage_menu_item() -> MenuItem:
    """Add the item to the menu “Translations”."""
    return CoverageMenuItem(_("Coverage"), reverse("translation_coverage"), icon_name="table", order=20)


@hooks.register("construct_homepage_panels")
def add_coverage_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Add the totals."""
    if rights.takes_part(request.user):
        panels.append(CoveragePanel())
