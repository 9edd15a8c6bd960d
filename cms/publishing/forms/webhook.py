"""The form of a webhook."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.publishing.models import Change, Webhook

Kind = Change.Kind
USUAL = [
    Kind.PAGE_PUBLISHED,
    Kind.TRANSLATION_PUBLISHED,
    Kind.PAGE_MOVED,
    Kind.PAGE_UNPUBLISHED,
    Kind.PAGE_DELETED,
    Kind.PICTURE_RIGHTS_EXPIRED,
]


class WebhookForm(WagtailAdminModelForm):
    """Asks where what is to be sent. The secret is made by the model and never typed."""

    events = forms.MultipleChoiceField(
        label=_("Events"),
        choices=Kind.choices,
        initial=[kind.value for kind in USUAL],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What a message is sent for. Drafts are never told."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["url"].widget.attrs["dir"] = "ltr"

    def save(self, commit: bool = True) -> Webhook:
        """Save; a webhook that is switched on again, or leads elsewhere, begins without its former failures."""
        webhook: Webhook = self.instance
        if {"is_active", "url"} & set(self.changed_data) and webhook.is_active:
            webhook.failures, webhook.failing_since = 0, None
            webhook.rests_until = webhook.switched_off_at = None
        saved: Any = super().save(commit=commit)
        return saved
