"""What is wrong with a file or a text that somebody handed in."""

from django.utils.translation import gettext as _


class Unreadable(Exception):
    """Raised for a file of which nothing can be taken. Says why and what to do in one sentence; `line` may be 0."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


class BrokenMarkup(Exception):
    """Raised for a text whose tags do not fit together. Says which one and what to do."""


class NestedTooDeep(BrokenMarkup):
    """Raised for a text with more tags inside each other than are read: what walks through them calls itself."""

    def __init__(self) -> None:
        super().__init__(_("Too many tags lie inside each other. Delete those that change nothing."))
