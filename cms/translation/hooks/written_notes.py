"""What people are told of written pages: advice after saving, the report in the menu, tests in the history."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page

from cms.translation.easy.advice import advice_on
from cms.translation.easy.documents.intake import TAKEN_IN
from cms.translation.easy.languages import is_written, written_locales
from cms.translation.easy.reader_tests import TESTED
from cms.translation.hooks.menu import MENU_HOOK
from cms.translation.roles.rights import takes_part


@hooks.register("after_edit_page")
def tell_advice(request: HttpRequest, page: Page) -> None:
    """Say after saving, but not after each autosave, that there is advice."""
    if page.alias_of_id or not request.accepts("text/html") or not is_written(page.locale):
        return
    number = len(advice_on(page))
    if number:
        sentence = ngettext(
            "%(count)d place is not easy to read yet. See “Easy language advice” beside the text.",
            "%(count)d places are not easy to read yet. See “Easy language advice” beside the text.",
            number,
        )
        messages.info(request, sentence % {"count": number})


class WrittenReportItem(MenuItem):
    """Shown to those who have a part in translation, where a language is written."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether there is anything to show to this person."""
        return takes_part(request.user) and written_locales().exists()


@hooks.register(MENU_HOOK)
def add_written_report() -> MenuItem:
    """Add the item to the menu “Translations”."""
    return WrittenReportItem(
        gettext_lazy("Easy language"), reverse("translation_written_report"), icon_name="pilcrow", order=60
    )


@hooks.register("register_log_actions")
def tell_tests(actions: LogActionRegistry) -> None:
    """Show in a page's history that readers tested it."""

    @actions.register_action(TESTED)
    class ReaderTestFormatter(LogFormatter):
        """Says it in the language of whoever reads the history."""

        label = gettext_lazy("Test with readers")

        def format_message(self, log_entry: Any) -> str:
            """Return the sentence."""
            return _("Noted a test with readers: %(with)s, %(on)s") % log_entry.data

    @actions.register_action(TAKEN_IN)
    class DocumentFormatter(LogFormatter):
        """Says that the draft came from a document."""

        label = gettext_lazy("Take a document in")

        def format_message(self, log_entry: Any) -> str:
            """Return the sentence."""
            return _("Took the text of a document in as a draft")
