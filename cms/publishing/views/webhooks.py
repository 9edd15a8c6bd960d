"""Webhooks in the admin."""

from typing import Any
from urllib.parse import urlsplit

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import BaseButton, HeaderButton

from cms.publishing.forms.webhook import WebhookForm
from cms.publishing.models import Webhook
from cms.publishing.views.sending import SendTestView

NAME = "webhooks"
_SECRET = gettext_lazy("The receiver checks with it that a message comes from here. Keep it to yourselves.")


class SecretPanel(FieldPanel):
    """The secret, for those who may edit the webhook. A new webhook has none before it is saved."""

    def format_value_for_display(self, value: str) -> SafeString:
        """Return the secret as it has to be copied, in an admin that runs from right to left too."""
        return format_html('<bdi dir="ltr">{}</bdi>', value)

    class BoundPanel(FieldPanel.BoundPanel):
        """The panel in one form."""

        def is_shown(self) -> bool:
            """Return whether there is a secret."""
            return self.instance.pk is not None and super().is_shown()


class WebhookIndexView(generic.IndexView):
    """The list."""

    template_name = "publishing/list.html"
    results_template_name = "publishing/webhook_results.html"

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns."""
        title = self._get_title_column_class(TitleColumn)
        return [
            title("name", label=_("Name"), sort_key="name", get_url=self.get_edit_url),
            Column("state", label=_("State")),
            Column("host", label=_("Host"), accessor=lambda webhook: urlsplit(webhook.url).hostname, classname="wide"),
        ]

    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        """Return the buttons, that to the messages last."""
        return [*super().header_buttons, _messages_button()]


class WebhookCreateView(generic.CreateView):
    """Adds a webhook, and then shows its secret."""

    def get_success_url(self) -> str:
        """Return where the secret is."""
        return reverse(self.edit_url_name, args=[self.object.pk])

    def get_success_message(self, instance: Webhook) -> str:
        """Return what to do next."""
        return _("Webhook “%(name)s” added. Give its secret, which is shown below, to the receiver.") % {
            "name": instance.name
        }


class WebhookEditView(generic.EditView):
    """Edits a webhook."""

    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        """Return the buttons."""
        test = HeaderButton(
            _("Send a test event"), reverse(f"{NAME}:test", args=[self.object.pk]), icon_name="mail", priority=10
        )
        return [*super().header_buttons, test, _messages_button(self.object.pk)]


class WebhookViewSet(ModelViewSet):
    """Webhooks, in the settings."""

    model = Webhook
    name = NAME
    url_prefix = "webhooks"
    icon = "link"
    add_to_settings_menu = True
    menu_label = gettext_lazy("Webhooks")
    menu_order = 900
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = WebhookIndexView
    add_view_class = WebhookCreateView
    edit_view_class = WebhookEditView
    search_fields = ["name", "url"]

    def get_edit_handler(self) -> Any:
        """Return the form."""
        panels = [
            FieldPanel("name"),
            FieldPanel("url"),
            FieldPanel("is_active"),
            FieldPanel("events"),
            SecretPanel("secret", read_only=True, help_text=_SECRET),
        ]
        return ObjectList(panels, base_form_class=WebhookForm).bind_to_model(self.model)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Return what all views get; nothing else uses a webhook."""
        return super().get_common_view_kwargs(**{"usage_url_name": None, **kwargs})

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the address of the test."""
        own = path("test/<int:pk>/", SendTestView.as_view(), name="test")
        return [*(pattern for pattern in super().get_urlpatterns() if pattern.name != "usage"), own]


def _messages_button(webhook_id: int | None = None) -> HeaderButton:
    query = f"?webhook={webhook_id}" if webhook_id else ""
    return HeaderButton(
        _("Messages"), f"{reverse('webhook_deliveries:index')}{query}", icon_name="history", priority=50
    )


webhooks_viewset = WebhookViewSet()
