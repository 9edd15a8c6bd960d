"""Texts cut into sentences, so that the memory knows a sentence inside a paragraph.

A sentence ends at `.`, `!`, `?`, `…` or `؟`, with the quotation marks, brackets and closing tags right behind it,
where white space follows and then a capital letter, a figure, a letter of a script without capitals, or an opening
mark. It does not end there:

- after an abbreviation of the language, and after a single letter (“z. B.”, “J. Müller”);
- in German after a number of one or two figures or in Roman figures (“1. Mai”, “Friedrich II.”);
- inside a tag, such as in the middle of a link.

A line break ends a sentence everywhere outside tags. Rather two sentences stay one than one becomes two: what is not
cut is still known as a whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cms.translation.texts.abbreviations import abbreviations

_CLOSING = r"""[»«”“"’'›‹)\]]|&quot;|</[a-z]+>"""
_FRENCH_CLOSING = rf"\s?»|{_CLOSING}"  # elsewhere a space before this mark means that it opens


def _end(closing: str) -> re.Pattern[str]:
    """Return what a sentence ends with. Repeats are counted, so that no text makes the search slow."""
    return re.compile(rf"(?P<mark>[.!?…؟]{{1,9}})(?:{closing}){{0,9}}(?P<gap>\s+)|(?P<line>\s{{0,9}}<br\s*/?>\s*)")


_END, _FRENCH_END = _end(_CLOSING), _end(_FRENCH_CLOSING)
_OPENING = re.compile(r"(?:[«»„“”\"‚‘’'‹›(\[¿¡\s]|&quot;|<[a-z][^>]*>)*")
_LAST_WORD = re.compile(r"[^\W_]+\Z")
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z]+)[^<>]*?(?P<empty>/?)>")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_LONGEST_WORD = 40
_LONGEST_ORDINAL = 2


@dataclass(frozen=True)
class Sentence:
    """One sentence and what stands between it and the next: white space or a line break, "" at the end."""

    text: str
    gap: str = ""

    @property
    def ends_line(self) -> bool:
        """Return whether the next sentence begins on a new line."""
        return "<br" in self.gap


def sentences(text: str, language: str) -> list[Sentence]:
    """Return the sentences of a text with inline tags, in a language given by its tag. Joined, they are the text."""
    found, begin = [], 0
    for end, gap_end in _cuts(text, language):
        found.append(Sentence(text[begin:end], text[end:gap_end]))
        begin = gap_end
    return [*found, Sentence(text[begin:])] if begin < len(text) else found


def joined(parts: list[Sentence]) -> str:
    """Return the text that these sentences make."""
    return "".join(part.text + part.gap for part in parts)


def _cuts(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence ends and where the next begins."""
    depth = _Depth(text)
    ends = _FRENCH_END if _is(language, "fr") else _END
    for match in ends.finditer(text):
        is_line = match["line"] is not None
        end = match.start("line") if is_line else match.start("gap")
        if match.end() == len(text) or not end or depth.at(end):
            continue
        if is_line or (_begins_sentence(text, match.end()) and not _goes_on(text, match.end("mark"), language)):
            yield end, match.end()


class _Depth:
    """How many tags are open at a place of the text; asked for places in their order."""

    def __init__(self, text: str) -> None:
        self._tags = [(tag.end(), _step(tag)) for tag in _TAG.finditer(text)]
        self._next = self._open = 0

    def at(self, place: int) -> int:
        """Return the number of tags open before this place."""
        while self._next < len(self._tags) and self._tags[self._next][0] <= place:
            self._open += self._tags[self._next][1]
            self._next += 1
        return self._open


def _step(tag: re.Match[str]) -> int:
    if tag["name"] == "br" or tag["empty"]:
        return 0
    return -1 if tag["slash"] else 1


def _begins_sentence(text: str, place: int) -> bool:
    """Return whether what stands here can begin a sentence."""
    first = text[_OPENING.match(text, place).end() :][:1]
    return bool(first) and not first.islower() and (first.isalnum() or first == "{")


def _goes_on(text: str, end: int, language: str) -> bool:
    """Return whether the mark before the place `end` is a full stop that ends no sentence."""
    before = text[max(0, end - 1 - _LONGEST_WORD) : end - 1]
    word = _LAST_WORD.search(before)
    if text[end - 1] != "." or not word:
        return False
    last = word[0]
    if len(last) == 1 and last.isalpha():
        return True
    if _is(language, "de") and (_is_ordinal(last) or _ROMAN.match(last)):
        return True
    return last.casefold() in abbreviations(language)


def _is(language: str, tag: str) -> bool:
    return language.split("-")[0].lower() == tag


def _is_ordinal(word: str) -> bool:
    return word.isdigit() and len(word) <= _LONGEST_ORDINAL
