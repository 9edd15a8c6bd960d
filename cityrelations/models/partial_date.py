"""Dates that are known to the day, the month or the year only."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DatePrecision(models.TextChoices):
    """How exactly a date is known. Unknown parts are stored as January or the first."""

    DAY = "day", _("to the day")
    MONTH = "month", _("to the month")
    YEAR = "year", _("to the year")
    APPROXIMATE = "approximate", _("approximately, to the year")


def precision_field() -> models.CharField:
    """Return the model field that goes with a date whose precision varies."""
    return models.CharField(_("known"), max_length=12, choices=DatePrecision, default=DatePrecision.DAY)


def of_year(precision: str) -> str:
    """Return the precision of a date of which only the year is shown: one that is approximate stays so."""
    return DatePrecision.APPROXIMATE if precision == DatePrecision.APPROXIMATE else DatePrecision.YEAR
