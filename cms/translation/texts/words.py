"""Counting words, and how many of them a change touches, in any language."""

import re
from difflib import SequenceMatcher

_UNSPACED = (
    "\u0e01-\u0e2f\u0e81-\u0eae\u1000-\u1021\u1780-\u17a2"  # Thai, Lao, Burmese, Khmer: consonants
    "\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # kana, Han
)
_TOKEN = re.compile(rf"[{_UNSPACED}][^\s{_UNSPACED}]*|[^\s{_UNSPACED}]+")
"""A word with the punctuation at it. Scripts that write no spaces between words count by character, as translation
agencies do; their vowel signs, tone marks and punctuation belong to the character before."""


def tokens(text: str) -> list[str]:
    """Return the words of a text with their punctuation, in their order."""
    return _TOKEN.findall(text)


def count_words(text: str) -> int:
    """Return the number of words; a dash or a bullet that stands alone is none."""
    return _words(tokens(text))


def changed_words(old: str, new: str) -> int:
    """Return how many words differ: of each run that changed the larger side, 0 only where both texts say the same.

    Spaces and line ends do not matter. Punctuation does: whatever a reader could see counts as one word at least.
    """
    before, after = tokens(old), tokens(new)
    if before == after:
        return 0
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return sum(
        max(_words(before[old_from:old_to]), _words(after[new_from:new_to]), 1)
        for operation, old_from, old_to, new_from, new_to in matcher.get_opcodes()
        if operation != "equal"
    )


def changed_words_in(old: dict[str, str], new: dict[str, str]) -> int:
    """Return how many words differ between the texts of two states of a page, place by place."""
    return sum(changed_words(old.get(path, ""), new.get(path, "")) for path in old.keys() | new.keys())


def count_words_in(texts: dict[str, str]) -> int:
    """Return the number of words of all texts of a page."""
    return sum(count_words(text) for text in texts.values())


def _words(run: list[str]) -> int:
    return sum(any(sign.isalnum() for sign in token) for token in run)
