"""Writing PO files, a page each, as wagtail-localize has them, with what else a translator needs."""

import polib
from wagtail_localize.models import Translation

from cms.translation.exchange.outgoing import About, OutgoingFile, OutgoingUnit, State

AS_OF = "X-Exported-As-Of"
TRANSLATION = "X-WagtailLocalize-TranslationID"


def write(file: OutgoingFile, translation: Translation) -> bytes:
    """Return the file."""
    po = translation.export_po()
    po.metadata = {
        "Project-Id-Version": file.original,
        "POT-Creation-Date": file.as_of.strftime("%Y-%m-%d %H:%M%z"),
        "Language": file.target_code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": file.source_code.replace("-", "_"),
        AS_OF: file.moment,
        TRANSLATION: str(translation.uuid),
    }
    po.header = "\n".join(note.text for note in file.notes)
    _tell(po, {(unit.path, unit.source): unit for unit in file.units})
    return str(po).encode("utf-8")


def _tell(po: polib.POFile, units: dict[tuple[str, str], OutgoingUnit]) -> None:
    """Give each entry its notes and its state. No PO tool takes an entry that stands twice; those no longer in use
    come last, in an order that does not change.
    """
    current = [entry for entry in po if not entry.obsolete]
    obsolete = [entry for entry in po if entry.obsolete]
    po.clear()
    for entry in current:
        unit = units.pop((entry.msgctxt, entry.msgid), None)
        if unit:
            po.append(_told(entry, unit))
    po.extend(sorted(obsolete, key=lambda entry: (entry.msgctxt or "", entry.msgid)))


def _told(entry: polib.POEntry, unit: OutgoingUnit) -> polib.POEntry:
    entry.msgstr = unit.target
    entry.comment = "\n".join(note.text for note in unit.notes if note.about != About.CHANGE)
    if unit.state == State.DRAFT:
        entry.flags.append("fuzzy")
    if unit.previous_source:
        entry.previous_msgctxt, entry.previous_msgid = unit.path, unit.previous_source
    return entry
