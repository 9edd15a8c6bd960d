"""Reading the log of changes from where somebody stopped."""

from django.db.models import Min

from cms.publishing.changes.numbering import last_number, number_changes
from cms.publishing.models import Change

MOST_DIGITS = 18


class BadCursor(ValueError):
    """Raised for a cursor that this log never gave."""


class CursorTooOld(LookupError):
    """Raised for a cursor that changes were forgotten after: whoever has it must read everything anew."""


def changes_since(cursor: str | None, limit: int) -> tuple[list[Change], str]:
    """Return at most `limit` changes after `cursor` in order, and the cursor to go on with, the same if none came.

    None stands for the oldest change that is kept. Raise BadCursor or CursorTooOld. Everything that was committed
    before the call is in the log: nothing that comes later will ever stand before the new cursor.
    """
    number_changes()
    last = last_number()
    oldest = Change.objects.aggregate(oldest=Min("sequence"))["oldest"] or last + 1
    after = oldest - 1 if cursor is None else _number(cursor)
    if after > last or after < oldest - 1:
        # A number that was not given yet is from before a backup was restored.
        raise CursorTooOld(cursor)
    changes = list(Change.objects.filter(sequence__gt=after).order_by("sequence")[:limit])
    return changes, str(changes[-1].sequence if changes else after)


def current_cursor() -> str:
    """Return the cursor after everything that happened so far: for whoever is about to read the whole site."""
    number_changes()
    return str(last_number())


def _number(cursor: str) -> int:
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= MOST_DIGITS):
        raise BadCursor(cursor)
    return int(cursor)
