"""IANA time zones."""

from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


@cache
def _names() -> frozenset[str]:
    """Return all names; looking them up reads hundreds of files."""
    return frozenset(available_timezones())


def is_time_zone(name: str) -> bool:
    """Return whether `name` is an IANA time zone."""
    return name in _names()


def validate_time_zone(name: str) -> None:
    """Refuse what is no IANA time zone."""
    if name and not is_time_zone(name):
        raise ValidationError(
            _("“%(name)s” is no time zone. Give an IANA name, such as Europe/Paris."), params={"name": name}
        )


def to_utc(day: date, at: time, zone: str) -> datetime:
    """Return the moment of a local date and time in UTC.

    A time that a clock change skips or repeats is read with the offset before the change (PEP 495, fold 0).
    """
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)
