"""Entering what happens to translations into the history of their pages."""

from enum import StrEnum
from typing import Any

from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from cms.translation.models import TranslationWork
from cms.translation.work.pages import WorkPages


class Action(StrEnum):
    """What is entered."""

    ASSIGN = "cms.translation.assign"
    HAND_OUT = "cms.translation.hand_out"
    START = "cms.translation.start"
    SEND_TO_REVIEW = "cms.translation.send_to_review"
    RETURN = "cms.translation.return"
    APPROVE = "cms.translation.approve"
    TAKE_BACK = "cms.translation.take_back"
    PLAN_NOT = "cms.translation.plan_not"
    PLAN_AGAIN = "cms.translation.plan_again"
    COMMENT = "cms.translation.comment"


def enter(work: TranslationWork, action: Action, *, by: Any, **data: Any) -> None:
    """Enter `action` into the history of the page in the work's language; while there is none, of its source.

    `by` is None where somebody without an account did it. `data` is stored as JSON; empty values are left out.
    """
    pages = WorkPages([work])
    page = pages.target(work) or pages.source(work)
    if page is None:
        return
    kept = {name: value for name, value in data.items() if value not in (None, "")}
    log(page, action.value, user=by, data={"language": work.locale.language_code, **kept})


def has_begun(work: TranslationWork) -> bool:
    """Return whether anybody ever wrote on it or sent it to review."""
    entries = PageLogEntry.objects.filter(
        action__in=[Action.START.value, Action.SEND_TO_REVIEW.value],
        page__translation_key=work.translation_key,
        data__language=work.locale.language_code,
    )
    return entries.exists()
