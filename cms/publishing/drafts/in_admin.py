"""Links to drafts where editors look: at a page, in lists of pages, and among the reports."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.publishing.drafts.links import can_share, keeps_links
from cms.publishing.views.draft_links import (
    DraftLinksOfPageView,
    DraftLinksView,
    NewDraftLinkView,
    RenewDraftLinkView,
    revoke_link,
)


@hooks.register("register_admin_urls")
def draft_link_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("draft-links/", DraftLinksView.as_view(), name="draft_links"),
        path("draft-links/page/<int:page_id>/", DraftLinksOfPageView.as_view(), name="draft_links_of_page"),
        path("draft-links/page/<int:page_id>/new/", NewDraftLinkView.as_view(), name="draft_link_new"),
        path("draft-links/<int:pk>/renew/", RenewDraftLinkView.as_view(), name="draft_link_renew"),
        path("draft-links/<int:pk>/revoke/", revoke_link, name="draft_link_revoke"),
    ]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def share_button(page: Page, user: Any, view_name: str = "", next_url: str | None = None) -> Iterator[Button]:
    """Offer the links to the draft of a page."""
    if can_share(user, page):
        yield Button(_("Share draft…"), reverse("draft_links_of_page", args=[page.pk]), icon_name="link", priority=62)


class DraftLinksMenuItem(MenuItem):
    """Shown to those who may edit any page."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person may."""
        return keeps_links(request.user)


@hooks.register("register_reports_menu_item")
def draft_links_menu_item() -> MenuItem:
    """Add the list of all links to the reports."""
    return DraftLinksMenuItem(gettext_lazy("Draft links"), reverse("draft_links"), icon_name="link", order=1150)
