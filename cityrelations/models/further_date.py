"""Further dates of events."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from cityrelations import schedule
from cityrelations.models.event import EventPage


class FurtherDate(Orderable):
    """One more time at which an event takes place, local to the event's time zone."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="further_dates")
    start_date = models.DateField(_("first day"))
    start_time = models.TimeField(_("begins at"), null=True, blank=True)
    end_date = models.DateField(_("last day"), null=True, blank=True)
    end_time = models.TimeField(_("ends at"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time")]),
        FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("further date")
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="cityrelations_further_date_ends_after_start",
                violation_error_message=_("An event cannot end before it begins."),
            )
        ]

    def __str__(self) -> str:
        return str(self.start_date)

    def clean(self) -> None:
        """Refuse times that cannot be, as the event does for its own."""
        super().clean()
        schedule.validate_times(self)
