"""Words of a sentence, as checks count and compare them."""

import re

WORD = re.compile(r"[^\W_]+(?:[-‑·'’][^\W_]+)*")
_CLAUSE = re.compile(r"[,:;–—]|\b(?:und|oder|aber|denn|sondern)\b")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:de|org|com|eu|net|fr|berlin)\b\S*|\{[^}]*\}")


def words_of(sentence: str) -> list[str]:
    """Return the words, compounds with a separator counted as one; addresses and computed values are none."""
    return WORD.findall(without_addresses(sentence))


def without_addresses(sentence: str) -> str:
    """Return a sentence without web and e-mail addresses and without computed values."""
    return _ADDRESS.sub(" ", sentence)


def clauses_of(sentence: str) -> list[list[str]]:
    """Return the words of each part of a German sentence that can have a verb of its own."""
    return [words for words in map(words_of, _CLAUSE.split(sentence)) if words]
