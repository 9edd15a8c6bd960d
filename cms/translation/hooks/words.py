"""The address of the counts of words, and its item in the menu “Translations”."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.roles import rights
from cms.translation.views.words import WordsView


class WordsMenuItem(MenuItem):
    """Shown to those who take part in translation."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person may open it."""
        return rights.takes_part(request.user)


@hooks.register("register_admin_urls")
def words_urls() -> list[URLPattern]:
    """Add the address."""
    return [path("translation/words/", WordsView.as_view(), name="translation_words")]


@hooks.register(MENU_HOOK)
def words_menu_item() -> MenuItem:
    """Add the item."""
    return WordsMenuItem(_("Words"), reverse("translation_words"), icon_name="decimal", order=50)
