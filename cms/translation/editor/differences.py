"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[^\s]+")


class Kind(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Run:
    """Some words that share their fate."""

    kind: Kind
    text: str


def difference(old: str, new: str) -> list[Run]:
    """Return the runs of words that lead from `old` to `new`, removals before additions."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    runs: list[Run] = []
    for operation, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, False).get_opcodes():
        if operation == "equal":
            runs.append(Run(Kind.SAME, "".join(after[new_from:new_to])))
            continue
        if old_to > old_from:
            runs.append(Run(Kind.REMOVED, "".join(before[old_from:old_to])))
        if new_to > new_from:
            runs.append(Run(Kind.ADDED, "".join(after[new_from:new_to])))
    return runs
