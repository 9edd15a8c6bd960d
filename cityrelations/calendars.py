"""Events as iCalendar (RFC 5545), for programs that keep people's calendars."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vRecur

from cityrelations import schedule
from cityrelations.agenda import Entry
from cityrelations.models import EventStatus
from cityrelations.schedule import MIDNIGHT, Occurrence
from cms.core.content.words import absolute, plain

MEDIA_TYPE = "text/calendar"
CONTENT_TYPE = f"{MEDIA_TYPE}; charset=utf-8"
PRODUCT = "-//City Relations//Events//EN"
STATUS = {
    EventStatus.PLANNED: "CONFIRMED",
    EventStatus.CANCELLED: "CANCELLED",
    EventStatus.POSTPONED: "TENTATIVE",
}


def calendar(entries: Sequence[Entry]) -> bytes:
    """Return a calendar with the events, in the words that their reader gets, UTF-8, lines folded.

    Times are local to the event's time zone, whose rules (VTIMEZONE) are included, so that a weekly event keeps its
    hour when the clocks change.
    """
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    events = [entry.facts for entry in entries]
    for entry in entries:
        for part in components(entry):
            made.add_component(part)
    if events:
        first, last = min(one.starts_at for one in events), max(one.ends_at for one in events)
        made.add_missing_timezones(date(first.year - 1, 1, 1), date(last.year + 2, 1, 1))
    for zone in made.timezones:
        _say_onsets_in_the_time_before(zone)
    return made.to_ical()


def _say_onsets_in_the_time_before(zone: Timezone) -> None:
    """Give the hours at which clocks go forward as the clocks before say them (RFC 5545, 3.6.5).

    The library gives the hour after the jump.
    """
    for part in zone.subcomponents:
        jump = part.TZOFFSETTO - part.TZOFFSETFROM
        if jump <= timedelta(0):
            continue
        part.DTSTART -= jump
        if "rdate" in part:
            later = [one.dt - jump for one in part.pop("rdate").dts]
            part.add("rdate", later)


def components(entry: Entry) -> list[Event]:
    """Return the event with all its dates; a further date with another length or hour is an event of its own."""
    event = entry.facts
    first = schedule.first_date(event)
    main = _component(entry, first, str(event.translation_key))
    later = schedule.later_dates(event)
    if schedule.follows_its_rule(event):
        main.add("rrule", _rule(event))
        return [main]
    alike = [one for one in later if _length(one, event) == _length(first, event)]
    if alike:
        starts = [_start(one, event) for one in alike]
        main.add("rdate", starts, parameters={"VALUE": "DATE"} if event.is_all_day else {})
    return [main, *(_component(entry, one, _own_uid(one, event)) for one in later if one not in alike)]


def _component(entry: Entry, when: Occurrence, uid: str) -> Event:
    event, words, language = entry.facts, entry.reading.words, {"LANGUAGE": entry.language.code}
    made = Event()
    made.add("uid", uid)
    changed = _changed(event, words)
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    made.add("dtstart", _start(when, event))
    end = _end(when, event)
    if end:
        made.add("dtend", end)
    made.add("summary", entry.title, parameters=language)
    texts = {"description": _description(entry), "location": plain(entry.reading.location)}
    for name, text in texts.items():
        if text:
            made.add(name, text, parameters=language)
    if entry.kind_label:
        made.add("categories", [entry.kind_label])
    made.add("status", STATUS[event.status])
    made.add("url", absolute(entry.url))
    return made


def _description(entry: Entry) -> str:
    """Return the introduction; a postponed event says so, since iCalendar has no word for it."""
    event = entry.facts
    said = event.get_status_display() if event.status == EventStatus.POSTPONED else ""
    return "\n\n".join(text for text in (said, plain(entry.intro)) if text)


def _changed(event: Any, words: Any) -> datetime:
    """Return when the event was last published: the same for the same words, so that caches can compare."""
    moments = [page.last_published_at for page in (event, words) if page.last_published_at]
    return max(moments, default=datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC)


def _start(when: Occurrence, event: Any) -> date | datetime:
    return when.start_date if when.start_time is None else _local(when.start_date, when.start_time, event)


def _end(when: Occurrence, event: Any) -> date | datetime | None:
    """Return the end, which iCalendar takes as the first moment or day that is not part of it; None: not known."""
    after = when.last_day + timedelta(days=1)
    if when.start_time is None:
        return after
    if when.end_time is not None:
        return _local(when.last_day, when.end_time, event)
    return _local(after, MIDNIGHT, event) if when.last_day > when.start_date else None


def _length(when: Occurrence, event: Any) -> tuple[bool, timedelta | None]:
    start, end = _start(when, event), _end(when, event)
    return when.start_time is None, end - start if end else None


def _local(day: date, hour: Any, event: Any) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(event.time_zone))


def _own_uid(when: Occurrence, event: Any) -> str:
    hour = f"T{when.start_time:%H%M}" if when.start_time else ""
    return f"{event.translation_key}-{when.start_date:%Y%m%d}{hour}"


def _rule(event: Any) -> vRecur:
    """Return the recurrence rule; UNTIL is of the type that the start has, and in UTC (RFC 5545, 3.3.10)."""
    rule = vRecur.from_ical(event.recurrence.removeprefix("RRULE:").upper())
    until = rule.get("UNTIL", [None])[0]
    if until is None:
        return rule
    if event.is_all_day:
        rule["UNTIL"] = [until.date() if isinstance(until, datetime) else until]
    else:
        local = until if isinstance(until, datetime) else datetime.combine(until, MIDNIGHT)
        rule["UNTIL"] = [local.replace(tzinfo=ZoneInfo(event.time_zone)).astimezone(UTC)]
    return rule
