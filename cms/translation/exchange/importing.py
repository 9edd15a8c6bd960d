"""Taking translated files in: every good text, each page as a whole, with a report of every text."""

from collections.abc import Iterable
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.db import transaction

from cms.core.progress import Progress, silent
from cms.translation.exchange.commission import Commission
from cms.translation.exchange.destination import destination_of, target_id
from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.incoming import IncomingFile, IncomingUnit
from cms.translation.exchange.judging import Judge, Verdict
from cms.translation.exchange.limits import MOST_BYTES
from cms.translation.exchange.reading import BadFile, read
from cms.translation.exchange.report import Entry, Outcome, Report
from cms.translation.models import TranslationWork
from cms.translation.texts.places import place_of

_WITH_TEXT = (Outcome.CONFLICT, Outcome.REFUSED)


def import_file(
    file: IO[bytes],
    name: str,
    *,
    works: Iterable[TranslationWork] | None = None,
    user: Any = None,
    progress: Progress = silent,
) -> Report:
    """Take the texts of a file, or of the files in a ZIP, and return what became of each.

    Taken are pages that `user` may translate, among `works` where those are given; without either, all. Nothing is
    published or approved: the pages that changed get a new draft. A file that cannot be read changes nothing, and a
    page is taken as a whole with its good texts or not at all.
    """
    works = None if works is None else list(works)
    report = Report()
    found = read(file.read(MOST_BYTES + 1), name)
    for number, one in enumerate(found):
        progress("pages", number, len(found))
        if isinstance(one, BadFile):
            report.entries.append(Entry(Outcome.REFUSED, one.name, one.line, sentences=[one.sentence]))
        else:
            _take(one, works, user, report)
    return report


def _take(file: IncomingFile, works: list[TranslationWork] | None, user: Any, report: Report) -> None:
    """Take one page into the report, or one entry that says why nothing of it was taken."""
    try:
        with transaction.atomic():
            entries, changed = _taken(file, works, user)
    except Unreadable as error:
        line = error.line or file.line
        report.entries.append(Entry(Outcome.REFUSED, file.name, line, sentences=[error.sentence]))
    except ValidationError as error:
        report.entries.append(Entry(Outcome.REFUSED, file.name, file.line, sentences=error.messages))
    else:
        report.entries += entries
        report.pages += changed


def _taken(file: IncomingFile, works: list[TranslationWork] | None, user: Any) -> tuple[list[Entry], list[int]]:
    commission = destination_of(file, works, user)
    judge = Judge(file, commission, user)
    found = [(incoming, judge.judge(incoming)) for incoming in file.units]
    changed = any(verdict.changed for _incoming, verdict in found)
    if changed:
        commission.translation.save_target(user=user, publish=False)
    page_id = target_id(commission)
    entries = [_entry(file, commission, page_id, *one) for one in found]
    return entries, [page_id] if changed and page_id else []


def _entry(
    file: IncomingFile,
    commission: Commission,
    page_id: int | None,
    incoming: IncomingUnit,
    verdict: Verdict,
) -> Entry:
    shown = verdict.outcome in _WITH_TEXT or bool(verdict.sentences)
    model = commission.translation.source.specific_content_type.model_class()
    return Entry(
        outcome=verdict.outcome,
        file=file.name,
        line=incoming.line,
        unit=incoming.id or incoming.path,
        page=commission.page.title,
        page_id=page_id,
        segment=verdict.here.segment.pk if verdict.here else None,
        place=place_of(model, verdict.here.segment.context.field_path) if verdict.here else "",
        source=(incoming.source or "") if shown else "",
        text=incoming.target if shown else "",
        present=verdict.present if shown else "",
        sentences=verdict.sentences,
    )
