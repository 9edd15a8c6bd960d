"""What becomes of one text of a file."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.models import String, StringTranslation, TranslationContext

from cms.translation.exchange.commission import Commission
from cms.translation.exchange.faults import BrokenMarkup
from cms.translation.exchange.incoming import IncomingFile, IncomingUnit
from cms.translation.exchange.inline import pieces_of, text_of
from cms.translation.exchange.outgoing import State
from cms.translation.exchange.report import Outcome
from cms.translation.models import TranslationWork
from cms.translation.texts.units import Origin, Unit
from cms.translation.texts.writing import write, write_former
from cms.translation.work.comments import Origin as CommentOrigin
from cms.translation.work.comments import add as add_comment
from cms.translation.work.transitions import work_on

_TAG_AS_LETTERS = re.compile(r"</?[a-zA-Z][^<>]*>")
_NO_INLINE_TAG = re.compile(r"<[!?]")
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*")


@dataclass
class Verdict:
    """The outcome for one text, why, and what stands here instead.

    `changed` says that something was kept, `here` is the present text at the place.
    """

    outcome: Outcome
    sentences: list[str] = field(default_factory=list)
    present: str = ""
    changed: bool = False
    here: Unit | None = None


class Judge:
    """Takes the texts of one file into one translation, one by one."""

    def __init__(self, file: IncomingFile, commission: Commission, user: Any) -> None:
        self._file, self._user = file, user
        self._translation = commission.translation
        self._units = {unit.id: unit for unit in commission.units}
        self._records = _records(commission)

    def judge(self, incoming: IncomingUnit) -> Verdict:
        """Take the text, or say why not."""
        unit = self._unit(incoming)
        try:
            verdict = self._verdict(incoming, unit)
        except BrokenMarkup as error:
            verdict = Verdict(Outcome.REFUSED, [str(error)], unit.target if unit else "")
        verdict.here = unit or verdict.here
        self._keep_notes(incoming, verdict.here)
        return verdict

    def _unit(self, incoming: IncomingUnit) -> Unit | None:
        """Return the present text that an incoming one translates, None where its source is not there any more."""
        by_text = f"{incoming.path}|{String._get_data_hash(incoming.source or '').hex}"
        return self._units.get(incoming.id) or self._units.get(by_text)

    def _verdict(self, incoming: IncomingUnit, unit: Unit | None) -> Verdict:
        if incoming.fault:
            return Verdict(Outcome.REFUSED, [incoming.fault])
        if unit is None or not _same_text(incoming.source, unit.source):
            return self._without_source(incoming, unit)
        text = _one_line(incoming.target, unit.source).strip()
        if not text:
            return Verdict(Outcome.SKIPPED, present=unit.target)
        if unit.is_translated and text == unit.target and incoming.state in (State.UNTRANSLATED, State.DRAFT):
            return Verdict(Outcome.UNCHANGED)
        if incoming.state == State.UNTRANSLATED:
            sentence = _("The file marks this text as not translated. Mark it as translated and hand it in again.")
            return Verdict(Outcome.SKIPPED, [sentence], unit.target)
        if self._is_newer_here(unit, text):
            return self._conflict(incoming, unit.path, _("Somebody changed the translation after the export."), unit)
        return self._write(incoming, unit, text)

    def _write(self, incoming: IncomingUnit, unit: Unit, text: str) -> Verdict:
        faults = _tags_as_letters(unit.source, text)
        is_confirmed = incoming.state in (State.TRANSLATED, State.FINAL)
        origin = Origin.MACHINE if incoming.is_machine and not is_confirmed else Origin.PERSON
        try:
            if faults:
                raise ValidationError(faults)
            changed = write(self._translation, unit, text, user=self._user, origin=origin, tool=self._file.mark)
        except ValidationError as error:
            return Verdict(Outcome.REFUSED, error.messages, unit.target)
        if not changed:
            return Verdict(Outcome.UNCHANGED)
        return Verdict(Outcome.TAKEN, [_("Marked as final.")] if incoming.state == State.FINAL else [], changed=True)

    def _is_newer_here(self, unit: Unit, text: str) -> bool:
        """Return whether somebody wrote something else here since the export. Handing it in again is nobody else."""
        record = self._records.get((unit.segment.context_id, unit.segment.string_id))
        if record is None or not unit.is_translated or text == unit.target:
            return False
        changed_at, tool = record
        as_of = self._file.as_of
        return (as_of is None or changed_at > as_of) and (not self._file.mark or tool != self._file.mark)

    def _without_source(self, incoming: IncomingUnit, unit: Unit | None) -> Verdict:
        path = unit.path if unit else incoming.id.rpartition("|")[0] or incoming.path
        here = unit or next((one for one in self._units.values() if one.path == path), None)
        if here is None and not self._stood_here(path):
            sentence = _("This text is not on the page. Hand in the file with the ids that were exported.")
            return Verdict(Outcome.REFUSED, [sentence])
        if not incoming.target.strip() or incoming.state == State.UNTRANSLATED:
            return Verdict(Outcome.SKIPPED, [_("The source text was changed or deleted since the export.")])
        if here is None:
            return self._conflict(incoming, path, _("The source text was deleted since the export."), None)
        return self._conflict(incoming, path, _("The source text was changed since the export."), here)

    def _conflict(self, incoming: IncomingUnit, path: str, why: str, here: Unit | None) -> Verdict:
        """Lose nothing: what was handed in becomes the translation of the former text, or a comment."""
        present = here.target or here.source if here else ""
        source = incoming.source or ""
        is_former = here is None or source != here.source
        if is_former and write_former(
            self._translation, path, source, incoming.target, user=self._user, tool=self._file.mark
        ):
            kept = _("The translation of the former text is kept beside it.")
            return Verdict(Outcome.CONFLICT, [why, kept], present, changed=True, here=here)
        comment = _("From the file %(file)s: “%(source)s” – “%(text)s”")
        values = {"file": self._file.name, "source": _plain(source), "text": incoming.target}
        self._comment(comment % values, path)
        return Verdict(Outcome.CONFLICT, [why, _("The text of the file is kept as a comment.")], present, here=here)

    def _stood_here(self, path: str) -> bool:
        object_id = self._translation.source.object_id
        return TranslationContext.objects.filter(object_id=object_id, path=path).exists()

    def _keep_notes(self, incoming: IncomingUnit, unit: Unit | None) -> None:
        for note in incoming.notes:
            if note.strip():
                self._comment(note, unit.path if unit else incoming.path)

    def _comment(self, text: str, path: str) -> None:
        add_comment(self._work, text, author=self._user, origin=CommentOrigin.FILE, path=path)

    @cached_property
    def _work(self) -> TranslationWork:
        return work_on(self._translation)


def _records(commission: Commission) -> dict[tuple[int, int], tuple[datetime, str]]:
    """Return when each present translation was last changed and by which tool, by context and string."""
    translation = commission.translation
    records = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale_id=translation.target_locale_id
    ).values_list("context_id", "translation_of_id", "updated_at", "tool_name")
    return {(context_id, string_id): (changed_at, tool) for context_id, string_id, changed_at, tool in records}


def _same_text(source: str | None, present: str) -> bool:
    """Return whether a file means the present source text; tools may write white space and tags differently."""
    return source is None or _plain(source).split() == _plain(present).split()


def _one_line(target: str, source: str) -> str:
    """Return the text without line ends that a tool put in to lay out its file."""
    return target if "\n" in source else _LINE_END.sub(" ", target)


def _tags_as_letters(source: str, text: str) -> list[str]:
    if _NO_INLINE_TAG.search(text) and not _NO_INLINE_TAG.search(source):
        return [_("The text holds a comment or a declaration of HTML. Delete it.")]
    typed = set(_TAG_AS_LETTERS.findall(_plain(text))) - set(_TAG_AS_LETTERS.findall(_plain(source)))
    sentence = _("“%(tag)s” stands in the text as letters. Delete it, or use the tags of the translation tool.")
    return [sentence % {"tag": tag} for tag in sorted(typed)]


def _plain(html: str) -> str:
    return text_of(pieces_of(html))
