"""When an event takes place, in UTC."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cityrelations.time_zones import to_utc

MIDNIGHT = time(0, 0)
MOST_OCCURRENCES = 366


@dataclass(frozen=True)
class Occurrence:
    """One time an event takes place, local to its time zone. No times of day: all day."""

    start_date: date
    start_time: time | None
    last_day: date
    end_time: time | None


def validate_recurrence(rule: str) -> None:
    """Refuse what is no RRULE value of RFC 5545, section 3.3.10, or what never ends."""
    if "COUNT=" not in rule.upper() and "UNTIL=" not in rule.upper():
        raise ValidationError(_("Say how often or until when it repeats: add COUNT or UNTIL."))
    try:
        _local_starts(rule, datetime(2000, 1, 1))  # noqa: DTZ001 - local to the event's own zone
    except (ValueError, TypeError, KeyError) as error:
        raise ValidationError(
            _("“%(rule)s” is no recurrence rule. Write it as in FREQ=WEEKLY;COUNT=4."), params={"rule": rule}
        ) from error


def is_rule(rule: str) -> bool:
    """Return whether `validate_recurrence` takes the rule."""
    try:
        validate_recurrence(rule)
    except ValidationError:
        return False
    return True


def validate_number(event: Any) -> None:
    """Refuse a recurrence that repeats too often from the event's first day on."""
    if not (event.start_date and is_rule(event.recurrence)):
        return
    first = datetime.combine(event.start_date, event.start_time or MIDNIGHT)
    if len(_local_starts(event.recurrence, first)) > MOST_OCCURRENCES:
        message = _("The rule repeats more than %(most)s times. Give a smaller COUNT.")
        raise ValidationError({"recurrence": message % {"most": MOST_OCCURRENCES}})


def occurrences(event: Any) -> list[tuple[datetime, datetime]]:
    """Return (start, end) in UTC of every time the event takes place, at least one. An all-day event ends at the
    midnight after its last day; one without an end time ends when its last day does.
    """
    first = Occurrence(event.start_date, event.start_time, event.end_date or event.start_date, event.end_time)
    return [_moments(one, event.time_zone) for one in (first, *later_dates(event))]


def later_dates(event: Any) -> list[Occurrence]:
    """Return, in local dates and times, when the event takes place again after its first time.

    A draft that has no first day yet, or a rule that is none, repeats on no day.
    """
    if not event.recurrence:
        return [
            Occurrence(one.start_date, one.start_time, one.end_date or one.start_date, one.end_time)
            for one in event.further_dates.all()
        ]
    if not (event.start_date and is_rule(event.recurrence)):
        return []
    first = datetime.combine(event.start_date, event.start_time or MIDNIGHT)
    length = (event.end_date or event.start_date) - event.start_date
    days = [start.date() for start in _local_starts(event.recurrence, first)]
    return [Occurrence(day, event.start_time, day + length, event.end_time) for day in days if day != event.start_date]


def follows_its_rule(event: Any) -> bool:
    """Return whether its recurrence rule alone says, by RFC 5545, when the event takes place.

    It does not where the first day is none of the rule's, or the rule names times of day.
    """
    if not event.recurrence:
        return False
    first = datetime.combine(event.start_date, event.start_time or MIDNIGHT)
    later = [datetime.combine(one.start_date, one.start_time or MIDNIGHT) for one in later_dates(event)]
    return _local_starts(event.recurrence, first) == [first, *later]


def _local_starts(rule: str, first: datetime) -> list[datetime]:
    bare = rule.removeprefix("RRULE:").replace("Z", "")
    found = rrulestr(bare, dtstart=first)
    return [start for start, _number in zip(found, range(MOST_OCCURRENCES + 1), strict=False)]


def _moments(one: Occurrence, zone: str) -> tuple[datetime, datetime]:
    start = to_utc(one.start_date, one.start_time or MIDNIGHT, zone)
    if one.start_time is None or one.end_time is None:
        return start, to_utc(one.last_day + timedelta(days=1), MIDNIGHT, zone)
    return start, to_utc(one.last_day, one.end_time, zone)
