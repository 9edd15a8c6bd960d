"""The menu “Translations”, into which every subject of this room puts its item."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

MENU_HOOK = "register_translation_menu_item"

translation_menu = Menu(register_hook_name=MENU_HOOK, construct_hook_name="construct_translation_menu")


@hooks.register("register_admin_menu_item")
def add_translation_menu() -> MenuItem:
    """Return the submenu; Wagtail hides it from people for whom it holds nothing."""
    return SubmenuMenuItem(
        _("Translations"), translation_menu, name="translations", icon_name="wagtail-localize-language", order=150
    )
