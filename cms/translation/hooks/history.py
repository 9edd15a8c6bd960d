"""How the history of a page tells what happened to its translation."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from cms.translation.work.history import Action

Sentence = Callable[[dict[str, Any]], str]


def _assigned(data: dict[str, Any]) -> str:
    names = {"name": data["assignee_name"], "language": data["language"]}
    if "due" not in data:
        return _("Assigned the translation (%(language)s) to %(name)s") % names
    due = date_format(date.fromisoformat(data["due"]))
    return _("Assigned the translation (%(language)s) to %(name)s, due on %(due)s") % {**names, "due": due}


def _handed_out(data: dict[str, Any]) -> str:
    if "due" not in data:
        return _("Handed the translation (%(language)s) out by a share link for %(through)s") % data
    due = date_format(date.fromisoformat(data["due"]))
    sentence = _("Handed the translation (%(language)s) out by a share link for %(through)s, due on %(due)s")
    return sentence % {**data, "due": due}


def _sent(data: dict[str, Any]) -> str:
    if "through" in data:
        return _("Sent the translation (%(language)s) to review through the share link for %(through)s") % data
    return _("Sent the translation (%(language)s) to review") % data


def _commented(data: dict[str, Any]) -> str:
    if data.get("origin") == "file":
        return _("A comment on the translation (%(language)s) came with a file") % data
    return _("Commented on the translation (%(language)s)") % data


SENTENCES: dict[Action, tuple[Promise, Sentence]] = {
    Action.ASSIGN: (gettext_lazy("Assign translation"), _assigned),
    Action.HAND_OUT: (gettext_lazy("Hand out translation"), _handed_out),
    Action.START: (
        gettext_lazy("Begin translation"),
        lambda data: _("Began to work on the translation (%(language)s)") % data,
    ),
    Action.SEND_TO_REVIEW: (gettext_lazy("Send translation to review"), _sent),
    Action.RETURN: (
        gettext_lazy("Return translation"),
        lambda data: _("Returned the translation (%(language)s) to the translator") % data,
    ),
    Action.APPROVE: (
        gettext_lazy("Approve translation"),
        lambda data: _("Approved the wording of the translation (%(language)s)") % data,
    ),
    Action.TAKE_BACK: (
        gettext_lazy("Take translation back"),
        lambda data: _("Took the translation (%(language)s) back out of review") % data,
    ),
    Action.PLAN_NOT: (
        gettext_lazy("Do not plan translation"),
        lambda data: _("Decided that no translation (%(language)s) is planned") % data,
    ),
    Action.PLAN_AGAIN: (
        gettext_lazy("Plan translation again"),
        lambda data: _("Planned a translation (%(language)s) again") % data,
    ),
    Action.COMMENT: (gettext_lazy("Comment on translation"), _commented),
}


@hooks.register("register_log_actions")
def tell_translations(actions: LogActionRegistry) -> None:
    """Show in a page's history who assigned, sent, returned and approved its translation, and what they said."""
    for action, (label, sentence) in SENTENCES.items():
        actions.register_action(action.value)(_formatter(label, sentence))


def _formatter(label: Promise, sentence: Sentence) -> type[LogFormatter]:
    class TranslationFormatter(LogFormatter):
        """Says it in the language of whoever reads the history."""

        def format_message(self, log_entry: Any) -> str:
            return sentence(log_entry.data)

        def format_comment(self, log_entry: Any) -> str:
            return log_entry.data.get("comment", "")

    TranslationFormatter.label = label
    return TranslationFormatter
