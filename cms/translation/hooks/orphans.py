"""The list of pages whose source was deleted, in menu and addresses."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.lifecycle.restoring import pages_without_source
from cms.translation.roles import rights
from cms.translation.views.orphans import OrphansView, restore


class OrphansMenuItem(MenuItem):
    """Shown while there are such pages, to those who have a part in translation."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether there is anything to see."""
        return rights.takes_part(request.user) and pages_without_source().exists()


@hooks.register("register_admin_urls")
def orphan_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("translation/without-source/", OrphansView.as_view(), name="translation_orphans"),
        path("translation/without-source/<int:page_id>/restore/", restore, name="translation_orphans_restore"),
    ]


@hooks.register(MENU_HOOK)
def orphans_menu_item() -> MenuItem:
    """Add the item to the menu “Translations”."""
    return OrphansMenuItem(_("Pages without source"), reverse("translation_orphans"), icon_name="warning", order=90)
