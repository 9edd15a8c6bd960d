"""What the history of a page says about links to its draft."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter, log

from cms.publishing.models import DraftLink


class Action(StrEnum):
    """What is entered."""

    SHARE = "cms.publishing.share_draft"
    RENEW = "cms.publishing.renew_draft_link"
    REVOKE = "cms.publishing.revoke_draft_link"


def _shared(names: dict[str, Any]) -> str:
    return _("Shared the draft by a link for %(label)s, valid until %(until)s") % names


def _renewed(names: dict[str, Any]) -> str:
    return _("Let the link to the draft for %(label)s be valid until %(until)s") % names


def _revoked(names: dict[str, Any]) -> str:
    return _("Revoked the link to the draft for %(label)s") % names


SENTENCES: dict[Action, tuple[Promise, Callable[[dict[str, Any]], str]]] = {
    Action.SHARE: (gettext_lazy("Share draft"), _shared),
    Action.RENEW: (gettext_lazy("Renew link to draft"), _renewed),
    Action.REVOKE: (gettext_lazy("Revoke link to draft"), _revoked),
}


def enter(link: DraftLink, action: Action, *, by: Any) -> None:
    """Enter what `by` did with the link into the history of its page."""
    log(link.page, action.value, user=by, data={"label": link.label, "until": link.last_day.isoformat()})


@hooks.register("register_log_actions")
def tell_draft_links(actions: LogActionRegistry) -> None:
    """Show in a page's history who shared its draft with whom."""
    for action, (label, sentence) in SENTENCES.items():
        actions.register_action(action.value)(_formatter(label, sentence))


def _formatter(label: Promise, sentence: Callable[[dict[str, Any]], str]) -> type[LogFormatter]:
    class DraftLinkFormatter(LogFormatter):
        """Says it in the language of whoever reads the history."""

        def format_message(self, log_entry: Any) -> str:
            data = log_entry.data
            return sentence({**data, "until": date_format(date.fromisoformat(data["until"]))})

    DraftLinkFormatter.label = label
    return DraftLinkFormatter
