"""Letting former translations hold for source texts that changed without a change of meaning."""

from typing import Any

from wagtail_localize.models import StringTranslation, Translation

from cms.translation.texts.placeholders import lost_in
from cms.translation.texts.units import MACHINE_MARK, Unit, units_of


def carry_over(translation: Translation, paths: set[str] | None = None, *, confirmed_by: Any = None) -> set[str]:
    """Keep each former translation for the present source text too, at these places or at all of them.

    It says then that `confirmed_by` wrote it, or whoever wrote it before. Return the paths of texts that have none
    or whose links and computed values do not fit any more: these stay to be translated.
    """
    units = [unit for unit in units_of(translation) if paths is None or unit.path in paths]
    open_units = [unit for unit in units if not unit.is_translated]
    fitting = [unit for unit in open_units if unit.former and not lost_in(unit.source, unit.previous_target)]
    _forget_errors(translation, fitting)
    rows = [_carried(translation, unit, confirmed_by) for unit in fitting]
    StringTranslation.objects.bulk_create({(row.context_id, row.translation_of_id): row for row in rows}.values())
    return {unit.path for unit in open_units} - {unit.path for unit in fitting}


def _forget_errors(translation: Translation, units: list[Unit]) -> None:
    """Make room where a text with errors was stored for the present source."""
    broken = [unit for unit in units if unit.has_error]
    for unit in broken:
        StringTranslation.objects.filter(
            locale_id=translation.target_locale_id,
            context_id=unit.segment.context_id,
            translation_of_id=unit.segment.string_id,
        ).delete()


def _carried(translation: Translation, unit: Unit, confirmed_by: Any) -> StringTranslation:
    former = unit.former
    row = StringTranslation(
        translation_of_id=unit.segment.string_id,
        locale_id=translation.target_locale_id,
        context_id=unit.segment.context_id,
        data=former.data,
        translation_type=former.translation_type,
        tool_name=former.tool_name,
        last_translated_by_id=former.last_translated_by_id,
    )
    if confirmed_by is not None:
        row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
        row.tool_name = former.tool_name if former.tool_name.startswith(MACHINE_MARK) else ""
        row.last_translated_by = confirmed_by
    return row
