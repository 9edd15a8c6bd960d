"""What happens to a page because of its versions in other languages, as it is entered into histories."""

from enum import StrEnum
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Page


class Step(StrEnum):
    """What is entered."""

    CHANGE = "cms.translation.change_of_source"
    CONFIRM = "cms.translation.confirm_current"
    WITHDRAW = "cms.translation.withdraw_with_source"
    RETURN = "cms.translation.return_with_source"
    NOT_RETURNED = "cms.translation.not_returned"
    LOSE_SOURCE = "cms.translation.lose_source"
    RESTORE = "cms.translation.restore_source"
    MOVE = "cms.translation.move_with_source"
    NOT_MOVED = "cms.translation.not_moved"
    ADDRESS = "cms.translation.follow_address"
    PRIVACY = "cms.translation.follow_privacy"


def enter(page: Page, step: Step, **data: Any) -> None:
    """Enter `step` into the history of a page, with its language and what `data` says about it."""
    specific = page.specific_deferred
    log(specific, step.value, data={"language": page.locale.language_code, "title": _title(specific), **data})


def _title(page: Page) -> str:
    return page.get_admin_display_title()
