"""Finding terms in a text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import Self

from wagtail.models import Locale

from cms.core.computed import PLACEHOLDER
from cms.translation.models import Term
from cms.translation.terms.inflection import same_word, stems

_WORD = re.compile(r"[^\W_]+(?:[\u064b-\u0652\u0640]+[^\W_]*)*")
_BETWEEN = re.compile(r"[\s\-\u2010\u2011'’]+")
_BREAK, _TAG = re.compile(r"<br\s*/?>"), re.compile(r"<[^<>]*>")
_NAMES = frozenset((Term.Kind.PERSON, Term.Kind.PLACE, Term.Kind.BODY))


@dataclass(frozen=True)
class TermHit:
    """A term and where it stands for the first time, in characters of the text without tags."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class Word:
    """One word of a text and its place."""

    text: str
    start: int
    end: int


class Words:
    """The words of a text with inline tags, in a language given by its tag."""

    def __init__(self, html: str, language: str) -> None:
        self.language = language
        self.text = plain(html)
        self.all = [Word(found[0], *found.span()) for found in _WORD.finditer(self.text)]

    def places_of(self, phrase: "Phrase") -> Iterator[tuple[int, int]]:
        """Yield where the phrase stands, in characters."""
        for number in range(len(self.all)):
            if end := self.end_of(phrase, number):
                yield self.all[number].start, end

    def end_of(self, phrase: "Phrase", number: int) -> int:
        """Return where the phrase ends that begins at a word, 0 where it does not stand there."""
        run = self.all[number : number + len(phrase.words)]
        if len(run) < len(phrase.words):
            return 0
        pairs = zip(phrase.words, run, strict=True)
        if not all(same_word(one, word.text, self.language, is_name=phrase.is_name) for one, word in pairs):
            return 0
        gaps = (self.text[one.end : other.start] for one, other in pairwise(run))
        return run[-1].end if all(_BETWEEN.fullmatch(gap) for gap in gaps) else 0


@dataclass(frozen=True)
class Phrase:
    """The words of a term; `is_name` where it names a person, place or body."""

    words: tuple[str, ...]
    is_name: bool

    @classmethod
    def of(cls, text: str, kind: str) -> Self:
        """Return the phrase that an entry in the list of terms stands for."""
        return cls(tuple(_WORD.findall(unicodedata.normalize("NFC", text))), kind in _NAMES)


class TermList:
    """All terms of a language pair, ready to be found in any number of texts."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self._language = language
        self._by_stem: dict[str, list[tuple[Phrase, Term]]] = {}
        for term in terms:
            phrase = Phrase.of(term.term, term.kind)
            for stem in stems(phrase.words[0], language) if phrase.words else ():
                self._by_stem.setdefault(stem, []).append((phrase, term))
        for found in self._by_stem.values():
            found.sort(key=lambda one: -len(one[0].words))

    @classmethod
    def of(cls, source: Locale, target: Locale) -> Self:
        """Return the list of two languages. One query."""
        return cls(Term.objects.filter(source_locale=source, target_locale=target), source.language_code)

    def hits(self, html: str) -> list[TermHit]:
        """Return the terms in a text with inline tags, each once, in their order; of two in one place the longer."""
        if not self._by_stem:
            return []
        words = Words(html, self._language)
        found: dict[int, TermHit] = {}
        number = 0
        while number < len(words.all):
            hit = self._hit(words, number)
            if hit:
                found.setdefault(hit.term.pk, hit)
                number += sum(hit.start <= word.start < hit.end for word in words.all[number : number + 20]) or 1
            else:
                number += 1
        return list(found.values())

    def _hit(self, words: Words, number: int) -> TermHit | None:
        candidates = (
            one for stem in stems(words.all[number].text, self._language) for one in self._by_stem.get(stem, ())
        )
        ends = ((words.end_of(phrase, number), term) for phrase, term in candidates)
        end, term = max(ends, key=lambda one: one[0], default=(0, None))
        return TermHit(term, words.all[number].start, end) if end and term else None


def terms_in(html: str, source: Locale, target: Locale) -> list[TermHit]:
    """Return the terms of a language pair in one text. Whoever has several texts makes one TermList for all."""
    return TermList.of(source, target).hits(html)


def plain(html: str) -> str:
    """Return a text without its tags; computed values are blanked out, since their names are no words."""
    text = PLACEHOLDER.sub(lambda match: " " * len(match[0]), html)
    return unicodedata.normalize("NFC", unescape(_TAG.sub("", _BREAK.sub("\n", text))))
