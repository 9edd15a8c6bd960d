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
    zone: str

    @property
    def starts_at(self) -> datetime:
        """Return when it begins, in UTC."""
        return to_utc(self.start_date, self.start_time or MIDNIGHT, self.zone)

    @property
    def ends_at(self) -> datetime:
        """Return when it ends, in UTC: all day, the midnight after its last day; without an end time, so too."""
        if self.start_time is None or self.end_time is None:
            return to_utc(self.last_day + timedelta(days=1), MIDNIGHT, self.zone)
        return to_utc(self.last_day, self.end_time, self.zone)


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


def validate_times(one: Any) -> None:
    """Refuse an event, or one of its further dates, that ends before it begins or says only when it ends."""
    if one.end_time is None:
        return
    if one.start_time is None:
        raise ValidationError({"end_time": _("Give the time it begins as well, or leave both times empty.")})
    one_day = one.end_date is None or one.end_date == one.start_date
    if one_day and one.end_time <= one.start_time:
        raise ValidationError({"end_time": _("An event cannot end before it begins.")})


def occurrences(event: Any) -> list[Occurrence]:
    """Return every time the event takes place, at least one: its own dates, then the others as they were given."""
    return [first_date(event), *later_dates(event)]


def first_date(event: Any) -> Occurrence:
    """Return the event's own dates."""
    return _occurrence(event, event.time_zone)


def next_date(event: Any, now: datetime) -> Occurrence:
    """Return when the event takes place at `now` or next; where all is over, when it took place first."""
    found = occurrences(event)
    not_over = [one for one in found if one.ends_at > now]
    return min(not_over or found, key=lambda one: one.starts_at)


def later_dates(event: Any) -> list[Occurrence]:
    """Return, in local dates and times, when the event takes place again after its first time.

    A draft that has no first day yet, or a rule that is none, repeats on no day.
    """
    if not event.recurrence:
        return [_occurrence(one, event.time_zone) for one in event.further_dates.all()]
    if not (event.start_date and is_rule(event.recurrence)):
        return []
    first = datetime.combine(event.start_date, event.start_time or MIDNIGHT)
    length = (event.end_date or event.start_date) - event.start_date
    days = [start.date() for start in _local_starts(event.recurrence, first)]
    return [
        Occurrence(day, event.start_time, day + length, event.end_time, event.time_zone)
        for day in days
        if day != event.start_date
    ]


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


def _occurrence(one: Any, zone: str) -> Occurrence:
    """Return the dates of an event, or of one of its further dates."""
    return Occurrence(one.start_date, one.start_time, one.end_date or one.start_date, one.end_time, zone)
