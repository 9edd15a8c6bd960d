"""What this room adds to the Wagtail admin."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, PageLogEntry

from cms.publishing.refusals import ACTION


@hooks.register("register_log_actions")
def log_refusals(actions: LogActionRegistry) -> None:
    """Show in a page's history why its scheduled publication was refused."""

    @actions.register_action(ACTION)
    class RefusalFormatter(LogFormatter):
        """Says why, in the language of the person who reads it."""

        label = _("Refuse scheduled publication")

        def format_message(self, log_entry: PageLogEntry | ModelLogEntry) -> str:
            """Return the reasons."""
            reasons = log_entry.data["reasons"]
            told = reasons.get(get_language()) or next(iter(reasons.values()))
            return _("Not published as scheduled. %(reasons)s") % {"reasons": " ".join(told)}
