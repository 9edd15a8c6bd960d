"""How much there is to translate, in words, as a language service reckons it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from html import escape
from itertools import islice
from typing import Any
from uuid import UUID

from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from cms.core.models import Edition
from cms.translation.models import Basis, MemoryEntry, TranslationWork
from cms.translation.models.memory import text_hash
from cms.translation.texts.units import Origin, Unit, units_of_each
from cms.translation.texts.words import count_words

CHUNK = 100
"""Pages looked up together."""


@dataclass(frozen=True)
class Counts:
    """Words of some pages in one language, each counted once and as a whole text.

    `new` was never translated, `changed` was translated when its source said something else or has to be written
    anew, `repeated` stands in the same job before, `memory` is known word for word, `machine` was drafted by a machine
    and waits for a person, `done` is translated.
    """

    new: int = 0
    changed: int = 0
    repeated: int = 0
    memory: int = 0
    machine: int = 0
    done: int = 0

    @property
    def total(self) -> int:
        """Return the words that somebody has to look at: all but those that are done."""
        return self.new + self.changed + self.repeated + self.memory + self.machine

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Counts)))


def count(translations: Iterable[Translation]) -> Counts:
    """Return the words of one job: pages on their way into one language. Six queries for a hundred pages."""
    job = _Job()
    for chunk in _chunks(translations):
        job.add(chunk, units_of_each(chunk))
    return job.counts


def count_pages(keys: Iterable[UUID], locale: Locale) -> Counts:
    """Return the words of the pages with these translation keys in a language.

    Pages that nobody submitted for translation yet are counted by what they say on the air; those that are not planned
    in this language are left out.
    """
    job = _Job()
    not_planned = TranslationWork.objects.filter(locale=locale, state=TranslationWork.State.NOT_PLANNED)
    left_out = set(not_planned.values_list("translation_key", flat=True))
    for chunk in _chunks(key for key in keys if key not in left_out):
        translations = list(
            Translation.objects.filter(source__object_id__in=chunk, target_locale=locale).select_related("source")
        )
        job.add(translations, units_of_each(translations))
        begun = {one.source.object_id for one in translations}
        job.add_unsubmitted([key for key in chunk if key not in begun], locale)
    return job.counts


class _Job:
    """The count under way, which knows what was counted before."""

    def __init__(self) -> None:
        self.counts = Counts()
        self._seen: set[str] = set()

    def add(self, translations: Sequence[Translation], units: list[list[Unit]]) -> None:
        """Count the texts of translations."""
        waiting: dict[tuple[int, int], list[Unit]] = {}
        for translation, own in zip(translations, units, strict=True):
            pair = translation.source.locale_id, translation.target_locale_id
            for unit in own:
                if _waits(unit):
                    waiting.setdefault(pair, []).append(unit)
                else:
                    self._count("machine" if unit.origin == Origin.MACHINE else "done", unit.source)
        for pair, own in waiting.items():
            known = _known(*pair, (unit.source for unit in own))
            for unit in own:
                is_changed = unit.is_outdated or unit.needs_rewrite
                self._count_waiting(unit.source, is_known=unit.source in known, is_changed=is_changed)

    def add_unsubmitted(self, keys: list[UUID], locale: Locale) -> None:
        """Count the live texts of source pages."""
        sources = Basis.objects.filter(
            edition__kind=Edition.Kind.SOURCE, edition__page__live=True, edition__page__translation_key__in=keys
        ).exclude(edition__page__locale=locale)
        by_language: dict[int, list[str]] = {}
        for locale_id, texts in sources.order_by("edition__page__path").values_list("edition__page__locale", "texts"):
            lines = (line for text in texts.values() for line in text.split("\n") if line.strip())
            by_language.setdefault(locale_id, []).extend(escape(line, quote=False) for line in lines)
        for locale_id, texts in by_language.items():
            known = _known(locale_id, locale.pk, texts)
            for text in texts:
                self._count_waiting(text, is_known=text in known, is_changed=False)

    def _count_waiting(self, text: str, *, is_known: bool, is_changed: bool) -> None:
        if text in self._seen:
            kind = "repeated"
        else:
            self._seen.add(text)
            kind = "memory" if is_known else "changed" if is_changed else "new"
        self._count(kind, text)

    def _count(self, kind: str, text: str) -> None:
        self.counts += Counts(**{kind: count_words(_plain(text))})


def _waits(unit: Unit) -> bool:
    return not unit.is_translated or unit.needs_rewrite


def _known(source_id: int, target_id: int, texts: Iterable[str]) -> set[str]:
    """Return those of the texts that the memory knows."""
    hashes = {text_hash(text): text for text in texts}
    entries = MemoryEntry.objects.filter(source_locale=source_id, target_locale=target_id, source_hash__in=hashes)
    return {hashes[found] for found in entries.values_list("source_hash", flat=True)}


def _plain(html: str) -> str:
    return StringValue(html).render_text() if "<" in html or "&" in html else html


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    values = iter(values)
    while chunk := list(islice(values, CHUNK)):
        yield chunk
