"""Actions on ticked pages, without those that a person may not take anyway."""

from typing import Any

from django import template
from django.urls import reverse
from wagtail.admin.templatetags.wagtailadmin_tags import bulk_action_choices

from cms.translation.roles import rights
from cms.translation.views.assigning import AssignBulkAction

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/buttons.html", takes_context=True)
def offered_bulk_actions(context: Any, app_label: str, model_name: str) -> dict[str, Any]:
    """Return Wagtail's buttons; “Assign translation…” only for those who hand out work."""
    buttons = bulk_action_choices(context, app_label, model_name)["buttons"]
    if rights.can_assign(context["request"].user):
        return {"buttons": buttons}
    assigning = reverse("wagtail_bulk_action", args=["wagtailcore", "page", AssignBulkAction.action_type])
    return {"buttons": [button for button in buttons if getattr(button, "url", "") != assigning]}
