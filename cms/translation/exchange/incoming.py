"""What a file says that somebody handed in, whatever its format."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cms.translation.exchange.outgoing import State

_KEY = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class IncomingUnit:
    """One text. `source` and `target` are HTML with inline tags; `source` is None where it could not be read.

    `state` is None where the file does not say how far the text is. `fault` says why the text cannot be used.
    """

    id: str
    path: str
    line: int
    source: str | None
    target: str
    state: State | None = None
    is_machine: bool = False
    notes: tuple[str, ...] = ()
    fault: str = ""


@dataclass(frozen=True)
class IncomingFile:
    """The texts of one page in one language. `key` is the page, or `translation` in its place; None if not told.

    `as_of` is when what was exported had last changed, None if the file does not say so any more.
    """

    name: str
    line: int
    key: UUID | None
    source_code: str
    target_code: str
    as_of: datetime | None
    units: tuple[IncomingUnit, ...]
    translation: UUID | None = None

    @property
    def mark(self) -> str:
        """Return what texts of this export are known by, however often it is handed in."""
        return f"File of {self.as_of.isoformat()}" if self.as_of else ""


def key_in(*texts: str | None) -> UUID | None:
    """Return the key of a page that one of the texts contains, or None."""
    matches = (_KEY.search(text or "") for text in texts)
    return next((UUID(match[0]) for match in matches if match), None)


def moment_of(text: str) -> datetime | None:
    """Return the moment that a file writes in ISO 8601, None for what is none."""
    try:
        moment = parse_datetime(text.strip())
    except ValueError:
        return None
    return timezone.make_aware(moment) if moment and timezone.is_naive(moment) else moment


def least(states: Iterable[State | None]) -> State | None:
    """Return how far a text is whose parts are this far; None where no part says."""
    order = list(State)
    known = [state for state in states if state is not None]
    return min(known, key=order.index) if known else None
