"""The buttons that fill a translation in from the memory or from a machine."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.template import RequestContext
from wagtail_localize.models import Translation

from cms.translation.machine import is_offered
from cms.translation.texts.units import Unit

register = template.Library()


@register.inclusion_tag("translation/parts/filling.html", takes_context=True)
def filling(context: RequestContext, translation: Translation, units: Sequence[Unit]) -> dict[str, Any]:
    """Show the buttons while any of the texts is open; that for the machine only where one is offered."""
    has_open = any(not unit.is_translated for unit in units)
    return {
        "csrf_token": context.get("csrf_token"),
        "translation": translation,
        "has_open": has_open,
        "by_machine": has_open and is_offered(translation),
    }
