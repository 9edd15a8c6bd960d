"""What this room adds to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.permissions import register_permission_policy

from cms.publishing.drafts import history, in_admin  # noqa: F401 - they register hooks
from cms.publishing.models import Delivery, Webhook
from cms.publishing.policies import KEEPS_WEBHOOKS, OfWebhooks
from cms.publishing.refusals import ACTION
from cms.publishing.views.deliveries import deliveries_viewset
from cms.publishing.views.webhooks import webhooks_viewset

register_permission_policy(Delivery, OfWebhooks(Delivery))


class SwitchedOffPanel(Component):
    """Tells on the admin's home which webhooks were switched off because nothing arrived."""

    order = 60

    def __init__(self, webhooks: list[Webhook]) -> None:
        self.webhooks = webhooks

    def render_html(self, parent_context: dict[str, Any]) -> str:
        """Return the panel."""
        return render_to_string("publishing/switched_off_panel.html", {"webhooks": self.webhooks})


@hooks.register("register_admin_viewset")
def webhooks() -> list[ViewSet]:
    """Add webhooks and their messages; the messages first, whose addresses begin with those of webhooks."""
    return [deliveries_viewset, webhooks_viewset]


@hooks.register("construct_homepage_panels")
def tell_switched_off_webhooks(request: HttpRequest, panels: list[Component]) -> None:
    """Tell those who keep webhooks."""
    if request.user.has_perm(KEEPS_WEBHOOKS):
        found = list(Webhook.objects.filter(is_active=False, switched_off_at__isnull=False))
        if found:
            panels.append(SwitchedOffPanel(found))


@hooks.register("register_log_actions")
def log_refusals(actions: LogActionRegistry) -> None:
    """Show in a page's history why its scheduled publication was refused."""

    @actions.register_action(ACTION)
    class RefusalFormatter(LogFormatter):
        """Says why, in the language of the person who reads it."""

        label = _("Refuse scheduled publication")

        def format_message(self, log_entry: PageLogEntry | ModelLogEntry) -> str:
            """Return the reasons."""
            reasons = log_entry.data["reasons"]
            told = reasons.get(get_language()) or next(iter(reasons.values()))
            return _("Not published as scheduled. %(reasons)s") % {"reasons": " ".join(told)}
