"""Keeping what was typed into the editor, text by text: one broken text never takes the others with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.translation.editor.markup import for_people, from_people
from cms.translation.texts.units import Unit, units_of
from cms.translation.texts.writing import write


@dataclass
class Outcome:
    """What became of a submission: how many texts changed; what was typed and is not kept, with the reasons."""

    changed: int = 0
    faults: dict[int, list[str]] = field(default_factory=dict)
    typed: dict[int, str] = field(default_factory=dict)

    def refuse(self, unit: Unit, text: str, reasons: list[str]) -> None:
        """Note that a text is not kept, and why; the form shows it again as it was typed."""
        self.faults[unit.segment.pk] = reasons
        self.typed[unit.segment.pk] = text


def save_texts(translation: Translation, submitted: Mapping[str, str], user: Any) -> Outcome:
    """Keep every text of the form that was changed.

    The form sends `text-<segment>` and, as `seen-<segment>`, what the field held when it was opened, so that a text
    somebody else wrote meanwhile is not overwritten unseen.
    """
    outcome = Outcome()
    for unit in units_of(translation):
        typed = submitted.get(f"text-{unit.segment.pk}")
        if typed is not None:
            seen = submitted.get(f"seen-{unit.segment.pk}", "")
            confirmed = f"confirm-{unit.segment.pk}" in submitted
            _save(translation, unit, typed, seen, confirmed, user, outcome)
    return outcome


def keep_nothing(translation: Translation, submitted: Mapping[str, str], reason: str) -> Outcome:
    """Save no text of the form; return what was changed in it, to be shown as it was typed with the reason."""
    outcome = Outcome()
    for unit in units_of(translation):
        typed = submitted.get(f"text-{unit.segment.pk}")
        if typed is not None and _normal(typed) != _normal(submitted.get(f"seen-{unit.segment.pk}", "")):
            outcome.refuse(unit, typed, [reason])
    return outcome


def _save(
    translation: Translation, unit: Unit, typed: str, seen: str, confirmed: bool, user: Any, outcome: Outcome
) -> None:
    typed, seen, stored = _normal(typed), _normal(seen), _normal(for_people(unit.target))
    if (typed == seen and not confirmed) or (not typed and not stored):
        return
    if seen != stored and typed != stored:
        sentence = _("Somebody else wrote here meanwhile: “%(text)s”. Save again to replace it with yours.")
        outcome.refuse(unit, typed, [sentence % {"text": stored}])
        return
    try:
        outcome.changed += write(translation, unit, from_people(typed), user=user)
    except ValidationError as error:
        outcome.refuse(unit, typed, error.messages)


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
