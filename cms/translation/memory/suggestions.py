"""What the memory offers for the texts of a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translation.editor.markup import for_people
from cms.translation.memory.pairs import LONGEST_TEXT
from cms.translation.memory.similar import similar_entries
from cms.translation.models import MemoryEntry
from cms.translation.models.memory import text_hash
from cms.translation.texts.alignment import alone, in_its_place
from cms.translation.texts.isolation import isolated
from cms.translation.texts.sentences import Sentence, joined, sentences
from cms.translation.texts.units import Unit

MOST = 3
"""How many whole matches are offered for a text."""
MISSING = "[[{}]]"
"""How a sentence that the memory does not know stands in a suggestion: in the words of the source."""


class Kind(StrEnum):
    """How a suggestion fits its text."""

    EXACT = "exact"
    SENTENCES = "sentences"
    SIMILAR = "similar"


@dataclass(frozen=True)
class Suggestion:
    """One translation offered for a text: HTML with inline tags.

    `percent` says how much of the source text is the same. `missing` are the sentences that the memory does not
    know, `source` the source text that a similar one belongs to, `used_in` the title of the page it was used on.
    """

    kind: Kind
    text: str
    origin: str
    tool: str
    date: datetime
    used_in: str = ""
    percent: int = 100
    missing: tuple[str, ...] = ()
    source: str = ""

    @property
    def text_for_people(self) -> str:
        """Return the text as it would be typed."""
        return for_people(self.text)

    @property
    def source_for_people(self) -> str:
        """Return the source text of a similar one as it would be typed."""
        return for_people(self.source)

    @property
    def origin_display(self) -> str:
        """Return in a sentence how well it fits and where it comes from."""
        facts = {
            "date": date_format(self.date, "DATE_FORMAT"),
            "page": isolated(self.used_in),
            "percent": self.percent,
            "origin": isolated(self.tool or _("a file")),
        }
        return f"{self._fit % facts} {self._whence % facts}"

    @property
    def _fit(self) -> str:
        match self.kind:
            case Kind.EXACT:
                return _("Same text.")
            case Kind.SENTENCES if self.missing:
                return _("%(percent)d%% of this text is known, sentence by sentence. Translate what stands in [[…]].")
            case Kind.SENTENCES:
                return _("Every sentence is known.")
        return _("Similar text, %(percent)d%% the same. Check every word.")

    @property
    def _whence(self) -> str:
        if self.origin == MemoryEntry.Origin.IMPORT:
            return _("Imported from %(origin)s, %(date)s.")
        if self.used_in:
            return _("Used on “%(page)s”, %(date)s.")
        return _("Translated here, %(date)s.")


def suggestions(translation: Translation, units: Iterable[Unit]) -> dict[str, list[Suggestion]]:
    """Return what the memory offers, by unit id, the best first. A constant number of queries.

    Where a text as a whole is unknown, its sentences are put together, and what is missing is marked. Texts that
    are only similar are offered for what is not translated yet.
    """
    look_up = _LookUp(translation, list(units))
    return {unit.id: found for unit in look_up.units if (found := look_up.of(unit))}


class _LookUp:
    """What is known of all texts of one page, asked for at once."""

    def __init__(self, translation: Translation, units: list[Unit]) -> None:
        self.units = units
        self._language = translation.source.locale.language_code
        locales = {"source_locale_id": translation.source.locale_id, "target_locale_id": translation.target_locale_id}
        self._parts = {unit.source: self._cut(unit.source) for unit in units}
        texts = {alone(one.text, "")[0] for parts in self._parts.values() for one in parts} | set(self._parts)
        self._known = _known(texts, locales)
        open_texts = [unit.source for unit in units if not unit.is_translated and unit.source not in self._known]
        self._similar = similar_entries(open_texts, locales)
        self._titles = _titles(self._entries(), translation.source.locale_id)

    def of(self, unit: Unit) -> list[Suggestion]:
        """Return the suggestions for one text, without what it says already."""
        found = [self._suggestion(Kind.EXACT, entry) for entry in self._known.get(unit.source, [])[:MOST]]
        if not found:
            found = [*self._composed(unit.source), *self._alike(unit.source)]
        return [one for one in found if one.text != unit.target]

    def _cut(self, text: str) -> list[Sentence]:
        return sentences(text, self._language) if len(text) <= LONGEST_TEXT else []

    def _entries(self) -> Iterator[MemoryEntry]:
        for entries in self._known.values():
            yield from entries
        for pairs in self._similar.values():
            yield from (entry for entry, _percent in pairs)

    def _composed(self, source: str) -> Iterator[Suggestion]:
        parts = self._parts[source]
        known = {part.text: self._known.get(alone(part.text, "")[0], []) for part in parts}
        newest = [entries[0] for entries in known.values() if entries]
        if len(parts) < 2 or not newest:
            return
        missing = tuple(part.text for part in parts if not known[part.text])
        text = joined([Sentence(_translated(part.text, known[part.text]), part.gap) for part in parts])
        length = sum(len(part.text) for part in parts)
        percent = 100 - round(100 * sum(map(len, missing)) / length)
        latest = max(newest, key=lambda entry: entry.changed_at)
        yield self._suggestion(Kind.SENTENCES, latest, text=text, percent=percent, missing=missing)

    def _alike(self, source: str) -> Iterator[Suggestion]:
        for entry, percent in self._similar.get(source, []):
            yield self._suggestion(Kind.SIMILAR, entry, percent=percent, source=entry.source_text)

    def _suggestion(self, kind: Kind, entry: MemoryEntry, **more: object) -> Suggestion:
        facts = {
            "text": entry.target_text,
            "origin": entry.origin,
            "tool": entry.tool,
            "date": entry.changed_at,
            "used_in": self._titles.get(entry.used_in, ""),
        }
        return Suggestion(kind=kind, **{**facts, **more})


def _translated(source: str, entries: list[MemoryEntry]) -> str:
    return in_its_place(source, entries[0].target_text) if entries else MISSING.format(source)


def _known(texts: set[str], locales: dict[str, int]) -> dict[str, list[MemoryEntry]]:
    """Return the entries of these source texts by the text, the newest first."""
    found: dict[str, list[MemoryEntry]] = {}
    hashes = [text_hash(text) for text in texts]
    for entry in MemoryEntry.objects.filter(**locales, source_hash__in=hashes).order_by("-changed_at", "-pk"):
        found.setdefault(entry.source_text, []).append(entry)
    return found


def _titles(entries: Iterable[MemoryEntry], locale_id: int) -> dict[UUID | None, str]:
    keys = {entry.used_in for entry in entries if entry.used_in}
    pages = Page.objects.filter(translation_key__in=keys, locale_id=locale_id)
    return dict(pages.values_list("translation_key", "title"))
