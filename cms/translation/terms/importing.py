"""Taking a file into the list of terms."""

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.limits import MEGABYTE, MOST_BYTES
from cms.translation.import_report import ImportReport
from cms.translation.models import Term
from cms.translation.terms.csv_file import read_csv
from cms.translation.terms.entries import TermEntry
from cms.translation.terms.matching import Phrase
from cms.translation.terms.tbx import read_tbx

BATCH = 200
WORDS = ("preferred", "forbidden", "kind", "note")


@transaction.atomic
def import_terms(file: BinaryIO, source: Locale, target: Locale) -> ImportReport:
    """Add the terms of a CSV or TBX file to the list of a language pair, and return what became of them.

    A word that is in the list already gets what the file says. Raises Unreadable, and takes nothing, where the file
    cannot be read to its end.
    """
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // MEGABYTE})
    report = ImportReport()
    entries = _usable(_found(data, source, target, report), report)
    known = {term.term: term for term in Term.objects.filter(source_locale=source, target_locale=target)}
    _write([one for one in entries if one.term not in known], source, target, report)
    _change([(known[one.term], one) for one in entries if one.term in known], report)
    return report


def _found(data: bytes, source: Locale, target: Locale, report: ImportReport) -> list[TermEntry]:
    if not _is_xml(data):
        return list(read_csv(data))
    found = []
    for entry in read_tbx(data, source, target):
        if isinstance(entry, TermEntry):
            found.append(entry)
        else:
            report.refuse(entry, _("There is no word, or no allowed one, in one of the two languages."))
    return found


def _is_xml(data: bytes) -> bool:
    start = data[:200].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe \t\r\n")
    return start.startswith(b"<")


def _usable(entries: Iterable[TermEntry], report: ImportReport) -> list[TermEntry]:
    """Return the entries without fault, each word once."""
    found: dict[str, TermEntry] = {}
    for entry in entries:
        fault = _fault(entry)
        if entry.term in found and not fault:
            fault = _("This word stands in line %(line)d already.") % {"line": found[entry.term].line}
        if fault:
            report.refuse(entry.line, fault)
        else:
            found[entry.term] = entry
    return list(found.values())


def _fault(entry: TermEntry) -> str:
    if not entry.term or not entry.preferred:
        return _("The word or its translation is missing.")
    if not (Phrase.of(entry.term, "").words and Phrase.of(entry.preferred, "").words):
        return _("“%(term)s” or its translation is no word.") % {"term": entry.term}
    for name, value in (("term", entry.term), ("preferred", entry.preferred), ("note", entry.note)):
        most = Term._meta.get_field(name).max_length
        if len(value) > most:
            return _("“%(text)s…” is longer than %(most)d characters.") % {"text": value[:30], "most": most}
    return ""


def _values(entry: TermEntry) -> dict[str, str]:
    forbidden = "\n".join(word for word in entry.forbidden if word != entry.preferred)
    return {"preferred": entry.preferred, "forbidden": forbidden, "kind": entry.kind, "note": entry.note}


def _write(entries: list[TermEntry], source: Locale, target: Locale, report: ImportReport) -> None:
    new = [Term(source_locale=source, target_locale=target, term=one.term, **_values(one)) for one in entries]
    Term.objects.bulk_create(new, batch_size=BATCH)
    now = timezone.now()
    for term, entry in zip(new, entries, strict=True):
        term.created_at = _not_after(now, entry.created_at or entry.changed_at)
        term.changed_at = _not_after(now, entry.changed_at or entry.created_at)
    # The database sets both dates to now while it adds.
    Term.objects.bulk_update(new, ["created_at", "changed_at"], batch_size=BATCH)
    report.added += len(new)


def _change(pairs: list[tuple[Term, TermEntry]], report: ImportReport) -> None:
    now = timezone.now()
    changed = []
    for term, entry in pairs:
        values = _values(entry)
        if any(getattr(term, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(term, name, value)
            term.changed_at = _not_after(now, entry.changed_at)
            changed.append(term)
    Term.objects.bulk_update(changed, [*WORDS, "changed_at"], batch_size=BATCH)
    report.changed += len(changed)
    report.unchanged += len(pairs) - len(changed)


def _not_after(now: datetime, moment: datetime | None) -> datetime:
    return min(now, moment) if moment else now
