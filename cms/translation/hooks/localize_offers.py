"""What wagtail-localize offers in menus and at pages, offered to those who may do it.

Its own offers ask for one permission on everything, or for nothing, and Wagtail has no way to change them: they are
withdrawn, and so is that permission from the form of groups, since it opens nothing here. “Sync translated pages” has
nothing in its place: translations follow when their source is published.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize import wagtail_hooks as localize

from cms.translation.roles import rights
from cms.translation.roles.destinations import locales_for, may_offer, source_of


def withdraw(hook_name: str, function: Any) -> None:
    """Take back what another app registered."""
    hooks._hooks[hook_name] = [(fn, order) for fn, order in hooks._hooks[hook_name] if fn is not function]


withdraw("register_page_header_buttons", localize.page_listing_more_buttons)
withdraw("register_page_listing_more_buttons", localize.page_listing_more_buttons)
withdraw("register_snippet_listing_buttons", localize.register_snippet_listing_buttons)
withdraw("register_permissions", localize.register_submit_translation_permission)
withdraw("register_reports_menu_item", localize.register_wagtail_localize2_report_menu_item)


@hooks.register("register_page_header_buttons")
def offer_to_translate(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer to translate a page that is not in every language yet."""
    if may_offer(user, page):
        source = source_of(page)
        if locales_for(user, source).exists():
            yield _button(source, next_url)


@hooks.register("register_page_listing_more_buttons")
def offer_to_translate_in_lists(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer the same without asking the database about each page of the list."""
    if not page.alias_of_id and may_offer(user, page):
        yield _button(page, next_url)


class TranslationsReportItem(MenuItem):
    """Shown to those who have a part in translation."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the user may read the report."""
        return rights.takes_part(request.user)


@hooks.register("register_reports_menu_item")
def translations_report() -> MenuItem:
    """Add the report."""
    address = reverse("wagtail_localize:translations_report")
    return TranslationsReportItem(_("Translations"), address, icon_name="site", order=9000)


def _button(page: Page, next_url: str | None) -> Button:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    if next_url:
        address += "?" + urlencode({"next": next_url})
    return Button(_("Translate this page"), address, priority=60, icon_name="wagtail-localize-language")
