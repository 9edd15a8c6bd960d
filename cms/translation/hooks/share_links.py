"""Share links in menu and addresses."""

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.translation.hooks.assigning import AssignMenuItem
from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.views.share_links import NewShareLinkView, ShareLinksView, revoke_link


@hooks.register("register_admin_urls")
def share_link_urls() -> list[URLPattern]:
    """Add the addresses."""
    here = "translation/share-links/"
    return [
        path(here, ShareLinksView.as_view(), name="translation_share_links"),
        path(f"{here}new/", NewShareLinkView.as_view(), name="translation_share_link_new"),
        path(f"{here}<int:pk>/revoke/", revoke_link, name="translation_share_link_revoke"),
    ]


@hooks.register(MENU_HOOK)
def share_links_menu_item() -> MenuItem:
    """Add the item to the menu “Translations”."""
    return AssignMenuItem(_("Share links"), reverse("translation_share_links"), icon_name="link", order=60)
