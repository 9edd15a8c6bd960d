"""Telling editors what became of the other versions of a page, in messages at once and in histories for good."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.coreutils import get_content_languages
from wagtail.log_actions import LogActionRegistry, LogFormatter, get_active_log_context
from wagtail.models import PageLogEntry

from cms.translation.lifecycle.history import Step
from cms.translation.lifecycle.importance import Importance

Data = dict[str, Any]
Sentence = Callable[[Data], str]

TOLD = (
    Step.WITHDRAW,
    Step.LOSE_SOURCE,
    Step.RETURN,
    Step.NOT_RETURNED,
    Step.MOVE,
    Step.NOT_MOVED,
    Step.ADDRESS,
    Step.PRIVACY,
)
"""What is told to whoever caused it; where something was not possible, as a warning."""
WARNINGS = (Step.NOT_RETURNED, Step.NOT_MOVED)


def _changed(data: Data) -> str:
    words = data["words"]
    sentence = {
        Importance.MINOR: ngettext(
            "Minor change of %(words)d word: other languages stay current",
            "Minor change of %(words)d words: other languages stay current",
            words,
        ),
        Importance.NORMAL: ngettext(
            "Change of %(words)d word: other languages are outdated by it",
            "Change of %(words)d words: other languages are outdated by it",
            words,
        ),
        Importance.URGENT: ngettext(
            "Urgent change of %(words)d word: other languages show a notice in place of their text",
            "Urgent change of %(words)d words: other languages show a notice in place of their text",
            words,
        ),
    }[Importance(data["importance"])]
    return sentence % {"words": words}


def _confirmed(data: Data) -> str:
    sentence = ngettext(
        "Checked against the source, which had changed by %(words)d word: nothing to change",
        "Checked against the source, which had changed by %(words)d words: nothing to change",
        data["words"],
    )
    return sentence % {"words": data["words"]}


def _not_moved(data: Data) -> str:
    reasons = {
        "no_place": _("Not moved with its source: “%(parent)s” is not there in this language"),
        "inside_itself": _("Not moved with its source: “%(parent)s” stands below this page in this language"),
        "address_taken": _("Not moved with its source: below “%(parent)s” its address is taken"),
    }
    return reasons[data["reason"]] % data


def _privacy(data: Data) -> str:
    if data["is_private"]:
        return _("Made as private as its source")
    return _("Made as public as its source")


SENTENCES: dict[Step, tuple[Promise, Sentence]] = {
    Step.CHANGE: (gettext_lazy("Change for other languages"), _changed),
    Step.CONFIRM: (gettext_lazy("Confirm as current"), _confirmed),
    Step.WITHDRAW: (
        gettext_lazy("Unpublish with its source"),
        lambda data: _("Unpublished, because its source “%(source)s” was; it comes back with it") % data,
    ),
    Step.LOSE_SOURCE: (
        gettext_lazy("Lose its source"),
        lambda data: _("Kept unpublished as a page of its own, because its source “%(source)s” was deleted") % data,
    ),
    Step.RESTORE: (
        gettext_lazy("Restore as source"),
        lambda data: _("Restored from its translations as a draft; published, it brings them back"),
    ),
    Step.RETURN: (
        gettext_lazy("Publish with its source"),
        lambda data: _("Published again, because its source “%(source)s” was") % data,
    ),
    Step.NOT_RETURNED: (
        gettext_lazy("Not published with its source"),
        lambda data: _("Not published again with its source: %(reasons)s") % {"reasons": " ".join(data["reasons"])},
    ),
    Step.MOVE: (
        gettext_lazy("Move with its source"),
        lambda data: _("Moved with its source, below “%(parent)s”") % data,
    ),
    Step.NOT_MOVED: (gettext_lazy("Not moved with its source"), _not_moved),
    Step.ADDRESS: (
        gettext_lazy("Follow the address of its source"),
        lambda data: _("Took the address of its source: “%(slug)s”") % data,
    ),
    Step.PRIVACY: (gettext_lazy("Follow the privacy of its source"), _privacy),
}


@hooks.register("register_log_actions")
def enter_steps(actions: LogActionRegistry) -> None:
    """Let histories of pages tell these steps."""
    for step, (label, sentence) in SENTENCES.items():
        actions.register_action(step.value)(_formatter(label, sentence))


def tell(request: HttpRequest, *args: Any) -> None:
    """Show what the request did to pages in other languages, as their histories tell it."""
    context = get_active_log_context()
    if context.uuid is None:
        return
    languages = get_content_languages()
    for entry in PageLogEntry.objects.filter(uuid=context.uuid, action__in=TOLD).order_by("timestamp", "pk"):
        names = {"title": entry.data["title"], "language": languages.get(entry.data["language"], "")}
        names["sentence"] = SENTENCES[Step(entry.action)][1](entry.data)
        show = messages.warning if entry.action in WARNINGS else messages.info
        show(request, _("“%(title)s” (%(language)s): %(sentence)s.") % names)


for hook in (
    "after_publish_page",
    "after_unpublish_page",
    "after_delete_page",
    "after_move_page",
):
    hooks.register(hook, tell)


def _formatter(label: Promise, sentence: Sentence) -> type[LogFormatter]:
    class StepFormatter(LogFormatter):
        """Says it in the language of whoever reads the history."""

        def format_message(self, log_entry: PageLogEntry) -> str:
            return sentence(log_entry.data)

    StepFormatter.label = label
    return StepFormatter
