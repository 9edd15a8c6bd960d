"""Filling texts in from a translation service."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.translation.machine.service import MachineUnavailable, Service
from cms.translation.memory.pairs import Pair
from cms.translation.models import TranslationSettings
from cms.translation.texts.units import Origin, Unit, units_of
from cms.translation.texts.writing import write


@dataclass
class Drafted:
    """How many texts were filled; how many the machine broke, such as by losing a link; how many are still open."""

    filled: int = 0
    broken: int = 0
    still_open: int = 0


def is_offered(translation: Translation) -> bool:
    """Return whether a machine may draft this translation: the office wants it, and a service knows the languages.

    Never in a written language (rule 8).
    """
    return TranslationSettings.load().machine_translation and _service(translation) is not None


def draft(translation: Translation, user: Any) -> Drafted:
    """Let the machine draft every text that is not translated yet; what a person wrote stays.

    The texts are marked until a person confirms them. Raises MachineUnavailable, and changes nothing then.
    """
    service = _service(translation) if TranslationSettings.load().machine_translation else None
    if service is None:
        raise MachineUnavailable(_("No machine translation is offered for these languages."))
    texts = [unit.source for unit in units_of(translation) if not unit.is_translated]
    answers = service.translations(texts)
    return _keep(translation, answers, service.name, user)


def _service(translation: Translation) -> Service | None:
    pair = Pair(translation.source.locale, translation.target_locale)
    return Service.between(pair.source, pair.target) if pair.is_remembered else None


@transaction.atomic
def _keep(translation: Translation, answers: dict[str, str], tool: str, user: Any) -> Drafted:
    """Write the answers to what is open now: somebody may have translated meanwhile."""
    drafted = Drafted()
    for unit in units_of(translation):
        if unit.is_translated:
            continue
        if unit.source not in answers:
            drafted.still_open += 1
        elif _write(translation, unit, answers[unit.source], tool, user):
            drafted.filled += 1
        else:
            drafted.broken += 1
    return drafted


def _write(translation: Translation, unit: Unit, text: str, tool: str, user: Any) -> bool:
    try:
        return write(translation, unit, text, user=user, origin=Origin.MACHINE, tool=tool)
    except ValidationError:
        return False
