"""Writing TMX."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db.models import Q
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation

from cms.translation.exchange.codes import code_of
from cms.translation.exchange.xml import Node, document, node
from cms.translation.models import MemoryEntry
from cms.translation.models.memory import text_hash
from cms.translation.texts.alignment import alone
from cms.translation.texts.sentences import sentences
from cms.translation.tmx.dates import written
from cms.translation.tmx.segments import segments

TOOL = "City Relations"
VERSION = "1"
ORIGIN, PAGE = "x-origin", "x-page"
"""Properties of our own: how a pair came into the memory, and the key of the page it was used on."""
BATCH = 5000


def export_tmx(source: Locale, target: Locale, entries: Iterable[MemoryEntry] | None = None) -> bytes:
    """Return the memory of two languages, or these entries of it, as TMX 1.4b. The same entries are the same bytes."""
    if entries is None:
        entries = MemoryEntry.objects.filter(source_locale=source, target_locale=target)
    codes = code_of(source), code_of(target)
    in_order = sorted(entries, key=lambda entry: (entry.source_text, entry.target_text))
    header = node(
        "header",
        creationtool=TOOL,
        creationtoolversion=VERSION,
        segtype="block",
        o_tmf=TOOL,
        adminlang="en",
        srclang=codes[0],
        datatype="html",
    )
    body = node("body", *(_unit(entry, *codes) for entry in in_order))
    return document(node("tmx", header, body, version="1.4"))


def entries_for(translations: Iterable[Translation]) -> list[MemoryEntry]:
    """Return what the memory knows of the texts of these pages and of their sentences. All have one language pair."""
    translations = list(translations)
    if not translations:
        return []
    source, target = translations[0].source.locale, translations[0].target_locale
    strings = StringSegment.objects.filter(source__in={one.source_id for one in translations})
    texts = strings.values_list("string__data", flat=True).distinct()
    hashes = iter({text_hash(text) for whole in texts.iterator() for text in _parts(whole, source.language_code)})
    found = []
    while batch := list(islice(hashes, BATCH)):
        pair = Q(source_locale=source, target_locale=target)
        found += MemoryEntry.objects.filter(pair, source_hash__in=batch)
    return found


def _parts(text: str, language: str) -> Iterator[str]:
    yield text
    for part in sentences(text, language):
        yield alone(part.text, "")[0]


def _unit(entry: MemoryEntry, source_code: str, target_code: str) -> Node:
    source, target = segments(entry.source_text, entry.target_text)
    return node(
        "tu",
        node("prop", entry.origin, type=ORIGIN),
        node("prop", str(entry.used_in), type=PAGE) if entry.used_in else None,
        node("tuv", source, xml_lang=source_code),
        node("tuv", target, xml_lang=target_code),
        creationdate=written(entry.created_at),
        changedate=written(entry.changed_at),
        creationtool=entry.tool or None,
    )
