"""Filling texts in from the memory."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail_localize.models import Translation

from cms.translation.memory.pairs import Pair
from cms.translation.models import MemoryEntry
from cms.translation.models.memory import text_hash
from cms.translation.texts.units import Origin, Unit, units_of
from cms.translation.texts.writing import write


def prefill(translation: Translation, user: Any) -> int:
    """Write the memory's words into every text that is not translated yet; return how many texts that filled.

    Only where the memory knows the whole text and one translation of it: between several, a person chooses. The
    words are marked as coming from the memory. A person wrote them once, so that they need no other to confirm
    them. Never in a written language (rule 8).
    """
    pair = Pair(translation.source.locale, translation.target_locale)
    missing = [unit for unit in units_of(translation) if not unit.is_translated]
    if not missing or not pair.is_remembered:
        return 0
    known = _certain(pair, missing)
    return sum(_fill(translation, unit, known[unit.source], user) for unit in missing if unit.source in known)


def _certain(pair: Pair, units: list[Unit]) -> dict[str, str]:
    """Return the translations by source text, those left out that the memory knows in several ways.

    What was translated here counts more than what was imported.
    """
    hashes = {text_hash(unit.source) for unit in units}
    entries = MemoryEntry.objects.filter(source_locale=pair.source, target_locale=pair.target, source_hash__in=hashes)
    by_text: dict[str, dict[str, set[str]]] = {}
    for entry in entries:
        by_text.setdefault(entry.source_text, {}).setdefault(entry.origin, set()).add(entry.target_text)
    found = {}
    for text, by_origin in by_text.items():
        targets = by_origin.get(MemoryEntry.Origin.PERSON) or by_origin[MemoryEntry.Origin.IMPORT]
        if len(targets) == 1:
            found[text] = next(iter(targets))
    return found


def _fill(translation: Translation, unit: Unit, text: str, user: Any) -> bool:
    try:
        return write(translation, unit, text, user=user, origin=Origin.MEMORY)
    except ValidationError:
        return False  # such as a text too long for this place: it stays open
