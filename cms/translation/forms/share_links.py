"""Which pages somebody without an account gets in which language, and for how long."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser
from wagtail.models import Locale, Page

from cms.core.last_day import LastDayField, end_of
from cms.core.models import LocaleProfile
from cms.translation.models import ShareLink
from cms.translation.work.assigning import Order, Share

USUAL_DAYS = 30
MOST_DAYS = 366


class LocaleField(forms.ModelChoiceField):
    """A choice of languages by their own names."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the name."""
        return obj.profile.own_name


class ShareLinkForm(forms.Form):
    """Asks for a page where none was chosen before."""

    page = forms.ModelChoiceField(
        label=gettext_lazy("Page or section"), queryset=Page.objects.filter(depth__gt=1), widget=AdminPageChooser
    )
    below = forms.BooleanField(label=gettext_lazy("With all pages below"), required=False)
    locale = LocaleField(
        label=gettext_lazy("Translate into"),
        queryset=Locale.objects.select_related("profile")
        .filter(profile__mode=LocaleProfile.Mode.TRANSLATED)
        .order_by("profile__order", "pk"),
    )
    label = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=ShareLink._meta.get_field("label").max_length,
        help_text=gettext_lazy("An agency or a name, as you will know it. Stands in the history of the pages."),
    )
    valid_until = LastDayField(
        usual=USUAL_DAYS,
        most=MOST_DAYS,
        too_late=gettext_lazy("A link is valid for a year at most. Choose an earlier day."),
    )
    due = forms.DateField(
        label=gettext_lazy("Due on"), required=False, widget=AdminDateInput, help_text=gettext_lazy("Empty: no date.")
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What the translators should know. It stands on their page."),
    )
    reassign = forms.BooleanField(
        label=gettext_lazy("Also pages that somebody here has"),
        required=False,
        help_text=gettext_lazy("They keep them. Texts that are there stay."),
    )

    def __init__(self, *args: Any, pages: list[Page] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages
        if pages is not None:
            del self.fields["page"]
            if all(page.is_leaf() for page in pages):
                del self.fields["below"]

    def clean_due(self) -> Any:
        """Refuse a day that has passed."""
        due = self.cleaned_data["due"]
        if due and due < timezone.localdate():
            raise ValidationError(_("This day has passed. Choose today or a later one."))
        return due

    @property
    def expires_at(self) -> datetime:
        """Return the end of the last day on which the link is valid, where the person is."""
        return end_of(self.cleaned_data["valid_until"])

    def page_ids(self) -> list[int]:
        """Return the pages meant."""
        return [page.pk for page in self.pages] if self.pages is not None else [self.cleaned_data["page"].pk]

    def order(self, by: Any) -> Order:
        """Return what the valid form says."""
        given = self.cleaned_data
        share = Share(given["locale"])
        return Order([share], by, given["due"], given["note"], given["reassign"], through=given["label"])
