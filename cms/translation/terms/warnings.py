"""What the list of terms has against a translation. Warnings, never more: the translator decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.translation.models import Term
from cms.translation.terms.matching import Phrase, TermList, Words
from cms.translation.texts.units import Unit, units_of


class Fault(StrEnum):
    """What is wrong."""

    MISSING = "missing"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True)
class TermWarning:
    """One term of one text that is not translated as the list says. `found` is the forbidden word, if there is one."""

    unit_id: str
    path: str
    term: Term
    fault: Fault
    found: str = ""

    def __str__(self) -> str:
        words = {"term": self.term.term, "preferred": self.term.preferred, "found": self.found}
        if self.fault == Fault.FORBIDDEN:
            return _("“%(found)s” should not stand for “%(term)s”. Write “%(preferred)s”.") % words
        return _("“%(term)s” is translated as “%(preferred)s”, which is not in this text.") % words


def warnings_for(translation: Translation, units: Iterable[Unit] | None = None) -> list[TermWarning]:
    """Return the warnings for all translated texts, in their order. One query beyond those for the units.

    A forbidden word counts only where its term is in the source text; inside the preferred one it never does.
    """
    terms = TermList.of(translation.source.locale, translation.target_locale)
    language = translation.target_locale.language_code
    units = units_of(translation) if units is None else units
    return [one for unit in units if unit.is_translated for one in _warnings(unit, terms, language)]


def _warnings(unit: Unit, terms: TermList, language: str) -> Iterator[TermWarning]:
    hits = terms.hits(unit.source)
    words = Words(unit.target, language) if hits else None
    for hit in hits:
        preferred = list(words.places_of(Phrase.of(hit.term.preferred, hit.term.kind)))
        forbidden = _forbidden(hit.term, words, preferred)
        for found in forbidden:
            yield TermWarning(unit.id, unit.path, hit.term, Fault.FORBIDDEN, found)
        if not preferred and not forbidden:
            yield TermWarning(unit.id, unit.path, hit.term, Fault.MISSING)


def _forbidden(term: Term, words: Words, preferred: list[tuple[int, int]]) -> list[str]:
    """Return the forbidden words as they stand in the text; of one inside another the longer."""
    taken, found = list(preferred), []
    for line in sorted(filter(None, map(str.strip, term.forbidden.splitlines())), key=len, reverse=True):
        places = [place for place in words.places_of(Phrase.of(line, term.kind)) if not _lies_in(place, taken)]
        taken += places
        found += [words.text[start:end] for start, end in places[:1]]
    return found


def _lies_in(place: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in others)
