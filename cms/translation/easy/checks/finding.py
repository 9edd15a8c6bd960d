"""What a check says of a text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cms.translation.easy.passages import Passage


@dataclass(frozen=True)
class Finding:
    """Advice at one place: the words it is about, what to do, and whose rule it is. It never blocks anything."""

    path: str
    field_path: str
    excerpt: str
    advice: str
    source: str


Check = Callable[[Passage], Iterable[Finding]]

LONGEST_EXCERPT = 120


def at(passage: Passage, excerpt: str, advice: str, source: str) -> Finding:
    """Return a finding at a passage."""
    short = excerpt if len(excerpt) <= LONGEST_EXCERPT else f"{excerpt[: LONGEST_EXCERPT - 1].rstrip()}…"
    return Finding(passage.path, passage.field_path, short, advice, source)
