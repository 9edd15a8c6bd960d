"""Whether a relation is active, resting or ended."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """State of a relation during a period."""

    ACTIVE = "active", _("Active")
    RESTING = "resting", _("Resting")
    ENDED = "ended", _("Ended")


def period_on(day: date, periods: Iterable[Any]) -> Any | None:
    """Return the latest period that holds on `day`, or None. `until` is the last day it holds."""
    holding = [period for period in periods if period.begins <= day and (period.until is None or period.until >= day)]
    return max(holding, key=lambda period: period.begins, default=None)


def status_on(day: date, periods: Iterable[Any]) -> str:
    """Return the status on `day`: `active` where no period says otherwise."""
    period = period_on(day, periods)
    return period.status if period else Status.ACTIVE
