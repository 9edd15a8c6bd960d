"""Keeping a translated text: the one way in for the editor, files, memory and machines."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from cms.translation.models import Rewrite, TranslationWork
from cms.translation.units import MEMORY_TOOL, Origin, Unit
from cms.translation.validation import cleaned
from cms.translation.work import began, work_on


@transaction.atomic
def write(
    translation: Translation, unit: Unit, text: str, *, user: Any, origin: Origin = Origin.PERSON, tool: str = ""
) -> bool:
    """Keep `text` as the translation of `unit`; return whether that changed anything.

    Raises ValidationError with sentences that say what is wrong, and keeps nothing then. A person's text takes the
    mark of a machine or of the memory away, even where the words stay the same: that confirms them.
    """
    data = cleaned(unit.source, text, unit.max_length)
    rewritten = _settle_rewrite(translation, unit.path) if origin == Origin.PERSON else False
    if unit.is_translated and data == unit.target and origin in (unit.origin, *_weaker(unit.origin)):
        return rewritten
    StringTranslation.objects.update_or_create(
        translation_of_id=unit.segment.string_id,
        locale_id=translation.target_locale_id,
        context_id=unit.segment.context_id,
        defaults={
            "data": data,
            "translation_type": _type(origin),
            "tool_name": MEMORY_TOOL if origin == Origin.MEMORY else tool,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    Translation.objects.filter(pk=translation.pk).update(translations_last_updated_at=timezone.now())
    began(work_on(translation), user)
    return True


def _type(origin: Origin) -> str:
    if origin == Origin.MACHINE:
        return StringTranslation.TRANSLATION_TYPE_MACHINE
    return StringTranslation.TRANSLATION_TYPE_MANUAL


def _weaker(origin: Origin) -> tuple[Origin, ...]:
    """Return the origins that would take nothing from a text of this origin."""
    return (Origin.MEMORY, Origin.MACHINE) if origin == Origin.PERSON else ()


def _settle_rewrite(translation: Translation, path: str) -> bool:
    works = TranslationWork.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    )
    return Rewrite.objects.filter(work__in=works, path=path).delete()[0] > 0
