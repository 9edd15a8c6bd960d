"""For whom a link to a draft is, and how long it works."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.last_day import LastDayField, end_of
from cms.publishing.drafts.links import MOST_DAYS, USUAL_DAYS
from cms.publishing.models import DraftLink


class RenewDraftLinkForm(forms.Form):
    """Asks for another last day."""

    valid_until = LastDayField(
        usual=USUAL_DAYS,
        most=MOST_DAYS,
        too_late=_("A link to a draft is valid for 90 days at most. Choose an earlier day."),
    )

    @property
    def expires_at(self) -> datetime:
        """Return the end of the last day on which the link is valid."""
        return end_of(self.cleaned_data["valid_until"])


class DraftLinkForm(RenewDraftLinkForm):
    """Asks besides for whom it is."""

    label = forms.CharField(
        label=_("For whom"),
        max_length=DraftLink._meta.get_field("label").max_length,
        help_text=_("Stands on the draft, in this list and in the history of the page."),
    )

    field_order = ("label", "valid_until")
