"""Telling readers where a machine helped."""

from typing import Any

from django import template

from cms.translation.models import TranslationSettings

register = template.Library()


@register.inclusion_tag("layout/machine_line.html")
def machine_line(reading: Any) -> dict[str, Any]:
    """Say below a text that a machine drafted parts of it, where the office wants readers to know.

    The settings are looked up only for such a text.
    """
    basis = getattr(getattr(reading.words, "edition", None), "basis", None)
    is_drafted = basis is not None and basis.machine_drafted and not reading.is_urgent
    return {"is_told": is_drafted and TranslationSettings.load().tell_readers_of_machines}
