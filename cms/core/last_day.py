"""The last day on which something holds, as a form asks for it."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput


class LastDayField(forms.DateField):
    """Asks for a day from today on, at most `most` days ahead; where that is too far, it says `too_late`."""

    def __init__(self, *, usual: int, most: int, too_late: str | Promise, **kwargs: Any) -> None:
        self.most = most
        self.too_late = too_late
        values = {
            "label": gettext_lazy("Valid until"),
            "widget": AdminDateInput,
            "help_text": gettext_lazy("On this day the link still works."),
            "initial": lambda: timezone.localdate() + timedelta(days=usual),
        }
        super().__init__(**{**values, **kwargs})

    def clean(self, value: Any) -> date | None:
        """Return the day; refuse those that have passed or are too far ahead."""
        day = super().clean(value)
        if day is None:
            return None
        today = timezone.localdate()
        if day < today:
            raise ValidationError(_("This day has passed. Choose today or a later one."))
        if day > today + timedelta(days=self.most):
            raise ValidationError(self.too_late)
        return day


def end_of(day: date) -> datetime:
    """Return the first moment after a day, where the person is."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
