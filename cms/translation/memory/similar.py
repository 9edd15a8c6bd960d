"""Texts that are nearly the same: a hint for people, never filled in."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any

from cms.translation.models import MemoryEntry

LEAST = 75
"""Percent of the words that must be the same, in the same order."""
SEARCHED = 2000
"""How many entries, the latest, are looked through: enough for an office, and done in a moment."""
MOST_TEXTS, MOST_TRIED, MOST_FOUND = 100, 5, 2
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")


def similar_entries(texts: Iterable[str], locales: dict[str, int]) -> dict[str, list[tuple[MemoryEntry, int]]]:
    """Return, for texts the memory does not know, entries much like them with their likeness in percent.

    Two queries. Only the first hundred texts are looked up.
    """
    texts = list(texts)[:MOST_TEXTS]
    if not texts:
        return {}
    latest = MemoryEntry.objects.filter(**locales).order_by("-changed_at", "-pk")
    candidates = _Candidates(latest.values_list("pk", "source_text")[:SEARCHED])
    found = {text: candidates.like(text) for text in texts}
    entries = MemoryEntry.objects.in_bulk({pk for pairs in found.values() for pk, _percent in pairs})
    return {text: [(entries[pk], percent) for pk, percent in pairs] for text, pairs in found.items() if pairs}


class _Candidates:
    """Source texts of entries, found by the words they share with a text."""

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        self._words: dict[int, list[str]] = {}
        self._with: dict[str, list[int]] = {}
        for pk, text in rows:
            self._words[pk] = _words(text)
            for word in set(self._words[pk]):
                self._with.setdefault(word, []).append(pk)

    def like(self, text: str) -> list[tuple[int, int]]:
        """Return the primary keys of the most similar entries, each with its percent."""
        words = _words(text)
        shared = Counter(pk for word in set(words) for pk in self._with.get(word, ()))
        tried = ((pk, _percent(words, self._words[pk])) for pk, _count in shared.most_common(MOST_TRIED))
        return sorted((one for one in tried if one[1] >= LEAST), key=lambda one: -one[1])[:MOST_FOUND]


def _words(text: str) -> list[str]:
    return _WORD.findall(_TAG.sub("", text).casefold())


def _percent(words: list[str], others: list[str]) -> int:
    """Return the likeness; never 100, since the text itself is another one."""
    matcher: Any = SequenceMatcher(None, words, others, autojunk=False)
    if matcher.real_quick_ratio() * 100 < LEAST or matcher.quick_ratio() * 100 < LEAST:
        return 0
    return min(99, int(matcher.ratio() * 100))
