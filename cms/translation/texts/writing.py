"""Keeping a translated text: the one way in for the editor, files, memory and machines."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import String, StringTranslation, Translation, TranslationContext

from cms.translation.models import Rewrite, TranslationWork
from cms.translation.texts.units import MACHINE_MARK, MEMORY_TOOL, Origin, Unit
from cms.translation.texts.validation import cleaned
from cms.translation.work.transitions import began, work_on


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
            "tool_name": _maker(unit, origin, tool),
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    Translation.objects.filter(pk=translation.pk).update(translations_last_updated_at=timezone.now())
    began(work_on(translation), user)
    return True


@transaction.atomic
def write_former(translation: Translation, path: str, source: str, text: str, *, user: Any, tool: str = "") -> bool:
    """Keep `text` as the translation of what stood at a place before its source changed; return whether it is kept.

    It is shown beside the present source then. Nothing is kept where `source` is unknown there, where that was
    translated already, or where the text is broken.
    """
    origin = translation.source
    string = String.objects.filter(locale_id=origin.locale_id, data_hash=String._get_data_hash(source)).first()
    context = TranslationContext.objects.filter(object_id=origin.object_id, path=path).first()
    if string is None or context is None:
        return False
    try:
        data = cleaned(source, text)
    except ValidationError:
        return False
    known = {"translation_of": string, "locale_id": translation.target_locale_id, "context": context}
    if StringTranslation.objects.filter(**known, has_error=False).exclude(data=data).exists():
        return False
    StringTranslation.objects.update_or_create(
        **known,
        defaults={
            "data": data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": tool,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
    return True


def _maker(unit: Unit, origin: Origin, tool: str) -> str:
    """Return what the record names as the maker of a text: a machine that drafted it stays named."""
    if origin == Origin.MEMORY:
        return MEMORY_TOOL
    if origin == Origin.MACHINE:
        return f"{MACHINE_MARK}{tool}"
    return unit.tool if unit.tool.startswith(MACHINE_MARK) else tool


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
