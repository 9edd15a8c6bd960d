"""“Waiting for me” in menu and addresses, and on the admin's home."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.notices.sending import is_held_up_for
from cms.translation.roles import rights
from cms.translation.views.waiting import OwnWorkView, WaitingView
from cms.translation.waiting.queue import queue_for, rows_of
from cms.translation.work.asking import where_to_look

ROWS_ON_HOME = 5


class WaitingPanel(Component):
    """The first things that wait for the person, with the button that leads to the next step of each."""

    order = 50

    class Media:
        css = {"all": ["admin/css/translation_work.css"]}

    def render_html(self, parent_context: dict[str, Any]) -> str:
        """Return the panel for the person who asks."""
        request = parent_context["request"]
        keys = queue_for(request.user)
        context = {
            "rows": rows_of(keys[:ROWS_ON_HOME], request.user),
            "count": len(keys),
            "mail_waits": is_held_up_for(request.user),
            **({} if keys else where_to_look(request.user)),
        }
        return render_to_string("translation/waiting_panel.html", context, request)


@hooks.register("register_admin_urls")
def waiting_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("translation/waiting/", WaitingView.as_view(), name="translation_waiting"),
        path("translation/mine/", OwnWorkView.as_view(), name="translation_own_work"),
    ]


class RoleMenuItem(MenuItem):
    """Shown to those who have a part in translation."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person has a part."""
        return rights.takes_part(request.user)


@hooks.register(MENU_HOOK)
def waiting_menu_item() -> MenuItem:
    """Add the list of what waits: everybody who works in the admin has one, since it holds Wagtail's tasks too."""
    return MenuItem(_("Waiting for me"), reverse("translation_waiting"), icon_name="list-ul", order=5)


@hooks.register(MENU_HOOK)
def own_work_menu_item() -> MenuItem:
    """Add “My translations”."""
    return RoleMenuItem(_("My translations"), reverse("translation_own_work"), icon_name="clipboard-list", order=10)


@hooks.register("construct_homepage_panels")
def put_waiting_first(request: HttpRequest, panels: list[Component]) -> None:
    """Begin the admin's home with what waits, in the place of Wagtail's panel, whose tasks it holds."""
    if rights.takes_part(request.user):
        panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
        panels.append(WaitingPanel())
