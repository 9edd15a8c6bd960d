"""When events take place, in UTC."""

from datetime import UTC, date, datetime, time
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from cityrelations.schedule import later_dates, occurrences, validate_recurrence


def event(**fields):
    values = {
        "start_date": date(2026, 7, 1),
        "start_time": None,
        "end_date": None,
        "end_time": None,
        "time_zone": "Europe/Berlin",
        "recurrence": "",
        "further_dates": SimpleNamespace(all=list),
    }
    return SimpleNamespace(**(values | fields))


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (utc(2026, 6, 30, 22), utc(2026, 7, 1, 22))),
        ({"end_date": date(2026, 7, 3)}, (utc(2026, 6, 30, 22), utc(2026, 7, 3, 22))),
        ({"start_time": time(10), "end_time": time(12)}, (utc(2026, 7, 1, 8), utc(2026, 7, 1, 10))),
        ({"start_time": time(10)}, (utc(2026, 7, 1, 8), utc(2026, 7, 1, 22))),
        (
            {"time_zone": "Asia/Tokyo", "start_time": time(9), "end_time": time(10)},
            (utc(2026, 7, 1, 0), utc(2026, 7, 1, 1)),
        ),
        (
            {"start_date": date(2026, 10, 25), "time_zone": "Europe/Berlin"},
            (utc(2026, 10, 24, 22), utc(2026, 10, 25, 23)),
        ),
    ],
)
def test_first_occurrence(fields, expected) -> None:
    [first] = occurrences(event(**fields))
    assert (first.starts_at, first.ends_at) == expected


def test_rule_keeps_the_local_time_across_a_clock_change() -> None:
    weekly = event(
        start_date=date(2026, 10, 19),
        start_time=time(18),
        end_time=time(19),
        recurrence="FREQ=WEEKLY;COUNT=2",
    )
    assert [one.starts_at for one in occurrences(weekly)] == [utc(2026, 10, 19, 16), utc(2026, 10, 26, 17)]


def test_further_dates_count() -> None:
    more = SimpleNamespace(start_date=date(2026, 8, 1), start_time=None, end_date=None, end_time=None)
    found = occurrences(event(further_dates=SimpleNamespace(all=lambda: [more])))
    assert max(one.ends_at for one in found) == utc(2026, 8, 1, 22)


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "FREQ=SOMETIMES;COUNT=2", "nonsense", "FREQ=WEEKLY;COUNT=x"])
def test_draft_with_an_unusable_rule_repeats_on_no_day(rule: str) -> None:
    assert later_dates(event(recurrence=rule)) == []


def test_draft_without_a_first_day_repeats_on_no_day() -> None:
    assert later_dates(event(start_date=None, recurrence="FREQ=WEEKLY;COUNT=2")) == []


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "FREQ=SOMETIMES;COUNT=2", "nonsense;COUNT=1"])
def test_unusable_rules_are_refused(rule: str) -> None:
    with pytest.raises(ValidationError):
        validate_recurrence(rule)


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYDAY=1MO;COUNT=6", "FREQ=WEEKLY;UNTIL=20001231T000000Z"])
def test_usable_rules_are_taken(rule: str) -> None:
    validate_recurrence(rule)
