"""The log of what changed for readers."""

from cms.publishing.changes.cursor import BadCursor, CursorTooOld, changes_since, current_cursor

__all__ = ["BadCursor", "CursorTooOld", "changes_since", "current_cursor"]
