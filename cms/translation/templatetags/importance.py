"""Asking an editor how much a change matters to other languages."""

from typing import Any

from django import template

from cms.translation.lifecycle.importance import FIELD, Importance, importance_of, is_asked

register = template.Library()


@register.inclusion_tag("translation/parts/importance.html", takes_context=True)
def importance_field(context: dict[str, Any]) -> dict[str, Any]:
    """Show the choice beside the buttons of the page form, where other languages depend on the page."""
    page, request = context.get("page"), context["request"]
    if page is None or not is_asked(page):
        return {}
    draft = page.latest_revision if page.has_unpublished_changes else None
    chosen = request.POST.get(FIELD) or importance_of(draft)
    return {"name": FIELD, "choices": Importance.choices, "chosen": chosen}
