"""Which sentence of a translation belongs to which sentence of its source."""

import re
from collections import Counter

from cms.translation.texts.placeholders import lost_in
from cms.translation.texts.sentences import Sentence, sentences

_FIGURES = re.compile(r"\d{2,}")
_LINK_ID = re.compile(r'(<a id=")([^"]*)(">)')
_TAG = re.compile(r"<[^<>]*>")
_MOST_ODD = 0.6
"""How much longer or shorter than the whole text lets expect a sentence may be."""
_SLACK = 15
"""In characters, for short sentences."""


def sentence_pairs(source: str, target: str, source_language: str, target_language: str) -> list[tuple[str, str]]:
    """Return the sentences of two texts in pairs, [] where it is not certain which belongs to which.

    It is certain where both sides have the same number of sentences, more than one, and in each pair the line ends
    at the same place, links, computed values and figures are the same, and the lengths fit.
    """
    left, right = sentences(source, source_language), sentences(target, target_language)
    if len(left) != len(right) or len(left) < 2:
        return []
    pairs = list(zip(left, right, strict=True))
    if not all(one.ends_line == other.ends_line and not lost_in(one.text, other.text) for one, other in pairs):
        return []
    if not (_figures_agree(pairs, source, target) and _lengths_fit(pairs, source, target)):
        return []
    return [alone(one.text, other.text) for one, other in pairs]


def alone(source: str, target: str) -> tuple[str, str]:
    """Return both sentences with their links counted from `a1` on, as they would be in a text of their own."""
    names = _names(source)
    return renamed(source, names), renamed(target, names)


def in_its_place(source: str, target: str) -> str:
    """Return a translation of `alone(source)` with the links of `source`, as it stands in its paragraph."""
    return renamed(target, {name: original for original, name in _names(source).items()})


def renamed(text: str, names: dict[str, str]) -> str:
    """Return the text with its links renamed."""
    return _LINK_ID.sub(lambda link: link[1] + names.get(link[2], link[2]) + link[3], text)


def _names(source: str) -> dict[str, str]:
    ids = dict.fromkeys(link[2] for link in _LINK_ID.finditer(source))
    return {name: f"a{number}" for number, name in enumerate(ids, 1)}


def _figures(text: str) -> Counter[int]:
    return Counter(int(figures) for figures in _FIGURES.findall(_TAG.sub("", text)))


def _figures_agree(pairs: list[tuple[Sentence, Sentence]], source: str, target: str) -> bool:
    """Return whether each pair has the same figures; texts that write them differently as a whole say nothing."""
    if _figures(source) != _figures(target):
        return True
    return all(_figures(one.text) == _figures(other.text) for one, other in pairs)


def _lengths_fit(pairs: list[tuple[Sentence, Sentence]], source: str, target: str) -> bool:
    ratio = len(target) / len(source)
    return all(
        abs(len(other.text) - ratio * len(one.text)) <= _MOST_ODD * ratio * len(one.text) + _SLACK
        for one, other in pairs
    )
