"""Our guards before the addresses of wagtail-localize and before what Wagtail does across languages."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as localize

from cms.translation.roles import rights
from cms.translation.roles.doors import guarded
from cms.translation.views.alias import untranslated

RESTART = "localize-restart-translation"
CONVERT = "localize-convert-to-alias"


@hooks.register("register_admin_urls", order=-20)
def guarded_addresses() -> list[URLResolver]:
    """Answer before wagtail-localize, whose own addresses are only used to be named."""
    return [path("localize/", include([guarded(pattern) for pattern in _addresses_of_localize()]))]


def _addresses_of_localize() -> list[URLPattern]:
    (resolver,) = localize.register_admin_urls()
    return resolver.url_patterns


@hooks.register("before_edit_page", order=-10)
def refuse_to_restart(request: HttpRequest, page: Page) -> None:
    """Let only those who publish a page give its text back to the translation editor."""
    if request.method == "POST" and RESTART in request.POST and not rights.can_publish(request.user, page):
        raise PermissionDenied


@hooks.register("before_edit_page", order=-7)
def explain_untranslated_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer in the place of wagtail-localize, which offers everybody to start the translation."""
    if page.alias_of_id and page.alias_of.locale_id != page.locale_id:
        return untranslated(request, page)
    return None


@hooks.register("before_convert_alias_page")
def refuse_to_cut_alias(request: HttpRequest, page: Page) -> None:
    """Let only those who publish a page cut it from what it follows: it may be on the air."""
    if not rights.can_publish(request.user, page):
        raise PermissionDenied


@hooks.register("construct_page_action_menu")
def hide_what_publishers_do(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Show the two actions of wagtail-localize to those who may take them."""
    page = context.get("page")
    if page is None or not rights.can_publish(request.user, page):
        menu_items[:] = [item for item in menu_items if item.name not in (RESTART, CONVERT)]
