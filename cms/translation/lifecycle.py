"""What happens to a page because of its versions in other languages, as it is entered into histories."""

from enum import StrEnum


class Step(StrEnum):
    """What is entered."""

    CHANGE = "cms.translation.change_of_source"
    CONFIRM = "cms.translation.confirm_current"
    WITHDRAW = "cms.translation.withdraw_with_source"
    RETURN = "cms.translation.return_with_source"
    NOT_RETURNED = "cms.translation.not_returned"
    MOVE = "cms.translation.move_with_source"
    NOT_MOVED = "cms.translation.not_moved"
    PRIVACY = "cms.translation.privacy_of_source"
