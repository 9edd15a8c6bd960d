"""The log of messages to webhooks in the admin."""

import json
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import BaseButton, HeaderButton

from cms.publishing.models import Delivery
from cms.publishing.views.sending import SendAgainView
from cms.publishing.webhooks.queueing import message_id

NAME = "webhook_deliveries"
_MAY_BE_EMPTY = ("tried_at", "delivered_at", "last_status", "last_problem", "last_answer")


def _subject(delivery: Delivery) -> SafeString:
    """Return what the event is about as it is written in every language: an address runs from left to right."""
    return format_html('<bdi dir="ltr">{}</bdi>', delivery.subject)


class DeliveryFilterSet(WagtailFilterSet):
    """Filters of the list."""

    class Meta:
        model = Delivery
        fields = ["webhook", "state", "kind"]


class DeliveryIndexView(generic.IndexView):
    """The list, the newest first."""

    template_name = "publishing/list.html"
    results_template_name = "publishing/delivery_results.html"
    any_permission_required = ["view"]

    def get_base_queryset(self) -> Any:
        """Return the messages with their webhooks."""
        return super().get_base_queryset().select_related("webhook").defer("last_answer")

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        title = self._get_title_column_class(TitleColumn)
        return [
            title("kind", label=_("Event"), accessor="get_kind_display", get_url=self.get_inspect_url),
            Column("subject", label=_("About"), accessor=_subject, classname="address"),
            Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
            Column("webhook", label=_("Webhook"), accessor="webhook.name", classname="wide"),
            Column("attempts", label=_("Attempts"), sort_key="attempts", classname="wide"),
            Column("last_status", label=_("Status code"), classname="wide"),
            DateColumn("created_at", label=_("Created"), sort_key="created_at", classname="wide"),
        ]


class DeliveryInspectView(generic.InspectView):
    """One message with all that is known of it."""

    page_title = gettext_lazy("Message")
    any_permission_required = ["view"]
    template_name = "publishing/delivery.html"

    def get_page_subtitle(self) -> str:
        """Return what the message is about."""
        return str(self.object)

    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        """Return the button."""
        again = reverse(f"{NAME}:again", args=[self.object.pk])
        return [HeaderButton(_("Send again"), again, icon_name="rotate", priority=10)]

    def get_fields(self) -> list[str]:
        """Return the fields that say something: the next attempt only where there will be one."""
        message = self.get_object()
        fields: list[str] = super().get_fields()
        empty = {name for name in _MAY_BE_EMPTY if not getattr(message, name)}
        if message.state not in Delivery.OPEN or not message.webhook.is_active:
            empty.add("next_attempt_at")
        return [name for name in fields if name not in empty]

    def get_event_display_value(self) -> str:
        """Return the identifier that the receiver gets."""
        return message_id(self.object.event)

    def get_body_display_value(self) -> SafeString:
        """Return the message, laid out for reading."""
        text = json.dumps(json.loads(self.object.body), indent=2, ensure_ascii=False)
        return format_html('<pre class="message" dir="ltr" tabindex="0">{}</pre>', text)

    def get_last_answer_display_value(self) -> SafeString:
        """Return the beginning of the answer, as it came."""
        return format_html('<pre class="message" dir="ltr" tabindex="0">{}</pre>', self.object.last_answer)


class DeliveryViewSet(ModelViewSet):
    """The messages, in the settings."""

    model = Delivery
    name = NAME
    url_prefix = "webhooks/messages"
    icon = "history"
    add_to_settings_menu = True
    menu_label = gettext_lazy("Webhook messages")
    menu_order = 910
    add_to_reference_index = False
    inspect_view_enabled = True
    copy_view_enabled = False
    index_view_class = DeliveryIndexView
    inspect_view_class = DeliveryInspectView
    inspect_view_fields = [
        "webhook",
        "kind",
        "event",
        "state",
        "attempts",
        "created_at",
        "tried_at",
        "next_attempt_at",
        "delivered_at",
        "last_status",
        "last_problem",
        "last_answer",
        "body",
    ]
    filterset_class = DeliveryFilterSet
    form_fields: list[str] = []
    list_per_page = 50

    def get_urlpatterns(self) -> list[URLPattern]:
        """Return the addresses of what can be done with messages: reading, and sending again."""
        kept = [
            pattern for pattern in super().get_urlpatterns() if pattern.name in ("index", "index_results", "inspect")
        ]
        return [*kept, path("again/<int:pk>/", SendAgainView.as_view(), name="again")]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return what all views get; there is no form, and nothing else uses a message."""
        none = dict.fromkeys(("add_url_name", "edit_url_name", "delete_url_name", "history_url_name", "usage_url_name"))
        return super().get_common_view_kwargs(**{**none, **kwargs})


deliveries_viewset = DeliveryViewSet()
