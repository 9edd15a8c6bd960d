"""What all pages have in common that News lists."""

from typing import Any

from wagtail.models import Page


class AgendaEntry:
    """Mixed into pages that live below News for good: the Retrospective shows them, but has no pages below it."""

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Return whether the admin offers to create such a page there."""
        return super().can_create_at(parent) and parent.specific.is_current

    def can_move_to(self, parent: Any) -> bool:
        """Return whether the page may be moved there."""
        return super().can_move_to(parent) and parent.specific.is_current
