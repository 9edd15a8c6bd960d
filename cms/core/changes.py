"""Who wants to know that readers get something else of a page although nobody published it.

Publishing, moving and their like are told by Wagtail's signals; a room that changes what is shown in another way
announces it here.
"""

from collections.abc import Callable

from wagtail.models import Page

Listener = Callable[[Page], None]
_listeners: list[Listener] = []


def register(listener: Listener) -> None:
    """Let `listener` be called with every page that is announced, in the transaction of its change."""
    if listener not in _listeners:
        _listeners.append(listener)


def announce(page: Page) -> None:
    """Tell that readers get something else at the address of the page, such as that its words are current again."""
    for listener in _listeners:
        listener(page)
