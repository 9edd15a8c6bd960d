"""Reading the log of changes in tests."""

from collections.abc import Callable

from cms.publishing.changes import changes_since, current_cursor
from cms.publishing.models import Change

Told = list[tuple[str, list[str], list[str]]]


def told(changes: list[Change]) -> Told:
    """Return kind, present and gone addresses of each change."""
    return [(change.kind, change.paths, change.gone_paths) for change in changes]


def changes_of(action: Callable[[], object]) -> list[Change]:
    """Return what the log says of this action alone."""
    cursor = current_cursor()
    action()
    return changes_since(cursor, 500)[0]
