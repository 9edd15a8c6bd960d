"""Taking a TMX file into the memory."""

from collections.abc import Iterable, Iterator
from itertools import islice, permutations
from typing import Any, BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.core.models import LocaleProfile
from cms.translation.exchange.codes import locale_of
from cms.translation.exchange.faults import BrokenMarkup
from cms.translation.import_report import ImportReport
from cms.translation.memory.pairs import Pair, entry_of, has_words
from cms.translation.models import MemoryEntry
from cms.translation.texts.alignment import alone
from cms.translation.texts.placeholders import lost_in
from cms.translation.tmx.reading import ANY, FoundUnit, units_in
from cms.translation.tmx.segments import html_in

BATCH = 1000


def import_tmx(file: BinaryIO, user: Any, targets: Iterable[Locale] | None = None) -> ImportReport:
    """Add what a TMX file holds to the memory, with its dates, tools and origins, and return what became of it.

    Only translations into `targets`, where those are given. Names of persons in the file are not kept. Raises
    Unreadable, and takes nothing, where the file cannot be read to its end.
    """
    report = ImportReport()
    allowed = None if targets is None else {locale.pk for locale in targets}
    reader = _Reader(report, allowed)
    with transaction.atomic():
        found = (entry for unit in units_in(file.read()) for entry in reader.entries(unit, user))
        while batch := list(islice(found, BATCH)):
            _save(batch, report)
    return report


class _Reader:
    """Turns units of a file into entries."""

    def __init__(self, report: ImportReport, allowed: set[int] | None) -> None:
        self._report = report
        self._allowed = allowed
        translated = Locale.objects.exclude(profile__mode=LocaleProfile.Mode.WRITTEN)
        self._locales = list(translated.select_related("profile").order_by("pk"))
        self._by_code: dict[str, Locale | None] = {}

    def entries(self, unit: FoundUnit, user: Any) -> Iterator[MemoryEntry]:
        """Yield the entries of one unit; the report learns what could not be taken."""
        texts = {locale: node for code, node in unit.segments.items() if (locale := self._locale(code))}
        pairs = [pair for pair in self._pairs(unit, list(texts)) if self._may(pair)]
        if not pairs:
            self._report.foreign += 1
        for pair in pairs:
            try:
                source, target = alone(html_in(texts[pair.source]), html_in(texts[pair.target]))
            except BrokenMarkup as fault:
                self._report.refuse(unit.line, str(fault))
                continue
            faults = list(_faults(source, target))
            if faults:
                self._report.refuse(unit.line, " ".join(faults))
                continue
            yield entry_of(
                pair,
                source,
                target,
                unit.created_at,
                unit.used_in,
                changed_at=unit.changed_at,
                origin=unit.origin,
                tool=unit.tool,
                created_by=user,
            )

    def _locale(self, code: str) -> Locale | None:
        if code not in self._by_code:
            self._by_code[code] = locale_of(code, self._locales)
        return self._by_code[code]

    def _pairs(self, unit: FoundUnit, locales: list[Locale]) -> Iterator[Pair]:
        """Yield the language pairs of a unit: from its source language into the others, or each into each."""
        source = None if unit.source_code.lower() == ANY else self._locale(unit.source_code)
        for one, other in permutations(locales, 2):
            if source in (None, one) and (source or unit.source_code.lower() == ANY):
                yield Pair(one, other)

    def _may(self, pair: Pair) -> bool:
        return self._allowed is None or pair.target.pk in self._allowed


def _faults(source: str, target: str) -> Iterator[str]:
    if not has_words(source) or not target:
        yield _("One side has no text.")
    else:
        yield from lost_in(source, target)


def _save(batch: list[MemoryEntry], report: ImportReport) -> None:
    """Write entries that are new; of those known the later date counts."""
    hashes = {entry.source_hash for entry in batch}
    known = {_key(entry): entry for entry in MemoryEntry.objects.filter(source_hash__in=hashes)}
    new: dict[Any, MemoryEntry] = {}
    later = set()
    for entry in batch:
        key = _key(entry)
        stored = known.get(key) or new.setdefault(key, entry)
        if entry.changed_at > stored.changed_at:
            stored.changed_at = entry.changed_at
            later.add(key)
    report.added += len(new)
    report.unchanged += len(batch) - len(new)
    MemoryEntry.objects.bulk_update([known[key] for key in later & known.keys()], ["changed_at"], batch_size=200)
    MemoryEntry.objects.bulk_create(new.values())


def _key(entry: MemoryEntry) -> tuple[Any, ...]:
    return entry.source_locale_id, entry.target_locale_id, entry.source_hash, entry.target_hash
