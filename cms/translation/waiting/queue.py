"""The order in which things wait: what is due first comes first, then what waits longest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F

from cms.translation.waiting.rows import Row, moderation_rows, work_rows
from cms.translation.waiting.selection import moderation_waiting_for, work_waiting_for

Key = tuple[bool, int]
"""Whether it is work of ours rather than a task of Wagtail's, and its primary key."""


@dataclass(frozen=True, order=True)
class _Entry:
    due: date
    since: datetime
    key: Key


def queue_for(user: Any) -> list[Key]:
    """Return what waits for the person, in order. The number of queries does not depend on how much it is."""
    work = work_waiting_for(user).order_by().values_list(F("due"), "changed_at", "pk")
    tasks = moderation_waiting_for(user).order_by().values_list("started_at", "pk")
    entries = [_Entry(due or date.max, since, (True, pk)) for due, since, pk in work]
    entries += [_Entry(date.max, since, (False, pk)) for since, pk in tasks]
    return [entry.key for entry in sorted(entries)]


def rows_of(keys: Sequence[Key], user: Any) -> list[Row]:
    """Return the rows of a part of the queue, in its order."""
    work = {(True, pk): row for pk, row in work_rows([pk for is_work, pk in keys if is_work], user)}
    tasks = {(False, pk): row for pk, row in moderation_rows([pk for is_work, pk in keys if not is_work])}
    found = work | tasks
    return [found[key] for key in keys if key in found]
