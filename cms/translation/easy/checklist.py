"""The statements of a source beside the written page: covered, left out on purpose, open, or changed since."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from cms.translation.easy.languages import source_of
from cms.translation.easy.statements import Kind, Statement, statements_of
from cms.translation.editor.differences import Run, difference
from cms.translation.models import SourceMark

OPEN = "open"
PREFIX = "state-"  # of the form fields, before the key of an entry
LEAST_LIKENESS = 0.3  # below it, a statement was not changed but replaced


@dataclass(frozen=True)
class Entry:
    """One statement with its mark, None while nobody ticked it off. `key` names it in forms."""

    key: str
    statement: Statement
    mark: SourceMark | None

    @property
    def is_changed(self) -> bool:
        """Return whether the words changed since the statement was ticked off."""
        return self.mark is not None and self.mark.text != self.statement.text

    @property
    def state(self) -> str:
        """Return what is ticked: what changed since has to be looked at again."""
        return OPEN if self.mark is None or self.is_changed else self.mark.state

    @property
    def changes(self) -> list[Run]:
        """Return how the words changed since."""
        return difference(self.mark.text, self.statement.text) if self.mark and self.is_changed else []

    @property
    def is_heading(self) -> bool:
        """Return whether the statement is a heading."""
        return self.statement.kind == Kind.HEADING


@dataclass(frozen=True)
class Checklist:
    """All statements of `source`, and the marks at what it does not say any more."""

    source: Page
    entries: list[Entry]
    gone: list[SourceMark]

    @property
    def open(self) -> int:
        """Return how many statements are still to be looked at, those that changed included."""
        return sum(entry.state == OPEN for entry in self.entries)

    @property
    def summary(self) -> str:
        """Return how far the author is, in one sentence."""
        if not self.open:
            return _("Everything is covered or left out on purpose.")
        sentence = ngettext(
            "%(count)d of %(all)d statements is open.", "%(count)d of %(all)d statements are open.", self.open
        )
        return sentence % {"count": self.open, "all": len(self.entries)}


def checklist_of(page: Page) -> Checklist | None:
    """Return the checklist of a written page, None where it has no source."""
    source = source_of(page)
    if source is None or source.pk == page.pk:
        return None
    marks: dict[str, list[SourceMark]] = {}
    for mark in SourceMark.objects.filter(page_id=page.pk):
        marks.setdefault(mark.path, []).append(mark)
    by_path: dict[str, list[Statement]] = {}
    statements = statements_of(source.specific)
    for statement in statements:
        by_path.setdefault(statement.path, []).append(statement)
    found: dict[str, list[SourceMark | None]] = {}
    gone = [mark for path, left in marks.items() if path not in by_path for mark in left]
    for path, here in by_path.items():
        found[path], left = _matched(here, marks.get(path, []))
        gone += left
    return Checklist(source, list(_entries(statements, found)), gone)


@transaction.atomic
def tick(page: Page, states: Mapping[str, str], user: Any) -> Checklist | None:
    """Keep what was ticked at each entry, given by its key, and return the checklist as it is then.

    A key that is not in the list any more is left out: its statement changed meanwhile and stands there anew.
    """
    before = checklist_of(page)
    for entry in before.entries if before else ():
        state = states.get(entry.key)
        if state is not None and state != entry.state:
            _mark(page, entry, state, user)
    return checklist_of(page)


@transaction.atomic
def forget_gone(page: Page) -> None:
    """Delete the marks at what the source does not say any more."""
    checklist = checklist_of(page)
    SourceMark.objects.filter(pk__in=[mark.pk for mark in checklist.gone] if checklist else []).delete()


def _mark(page: Page, entry: Entry, state: str, user: Any) -> None:
    if state == OPEN:
        SourceMark.objects.filter(pk=entry.mark.pk if entry.mark else None).delete()
    elif state in SourceMark.State.values:
        mark = entry.mark or SourceMark(page_id=page.pk, path=entry.statement.path)
        mark.text, mark.state, mark.marked_by = entry.statement.text, state, user
        mark.save()


def _entries(statements: list[Statement], found: dict[str, list[SourceMark | None]]) -> Iterator[Entry]:
    times: Counter[str] = Counter()
    for statement in statements:
        mark = found[statement.path].pop(0)
        digest = hashlib.sha256(f"{statement.path}\n{statement.text}".encode()).hexdigest()[:20]
        times[digest] += 1
        yield Entry(f"{digest}-{times[digest]}", statement, mark)


def _matched(statements: list[Statement], marks: list[SourceMark]) -> tuple[list[SourceMark | None], list[SourceMark]]:
    """Return the mark of each statement of one path, and the marks that are left.

    Same words meet first; what is left on both sides meets by how much its words are alike.
    """
    left = list(marks)
    matched: dict[int, SourceMark] = {}
    for number, statement in enumerate(statements):
        same = next((mark for mark in left if mark.text == statement.text), None)
        if same:
            matched[number] = same
            left.remove(same)
    unmatched = [number for number in range(len(statements)) if number not in matched]
    pairs = [(_likeness(statements[number].text, mark.text), number, mark) for number in unmatched for mark in left]
    for likeness, number, mark in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if likeness >= LEAST_LIKENESS and number not in matched and mark in left:
            matched[number] = mark
            left.remove(mark)
    return [matched.get(number) for number in range(len(statements))], left


def _likeness(one: str, other: str) -> float:
    """Return the share of words two texts have in common, from 0 to 1."""
    return SequenceMatcher(None, one.split(), other.split(), False).ratio()
