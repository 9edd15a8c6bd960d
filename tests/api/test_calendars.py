"""Calendars: what a calendar program makes of them (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from cityrelations.models import EventPage, FurtherDate
from tests.api.asking import get, wrong
from tests.factories.cityrelations import EventPageFactory, PartnerCityPageFactory
from tests.factories.core import publish, reloaded, translate

pytestmark = pytest.mark.django_db

BERLIN = ZoneInfo("Europe/Berlin")


def add_event(sections: dict[str, Any], further: tuple = (), **values: Any) -> EventPage:
    event = EventPageFactory(parent=reloaded(sections["news"]), **values)
    for day in further:
        event.further_dates.add(FurtherDate(**day))
    return publish(event)


def calendar_of(event: EventPage, **parameters: Any) -> list[Event]:
    """Return the events that a program finds in the calendar of one event."""
    answer = get(f"events/{event.translation_key}.ics", **parameters)
    assert answer.status_code == 200, answer.content
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_all_events_in_one_calendar(sections: dict) -> None:
    for title in ("One", "Two"):
        add_event(sections, title=title)
    found = Calendar.from_ical(get("events.ics", locale="de").content)
    assert found["VERSION"] == "2.0"
    assert found["PRODID"]
    assert [str(event["SUMMARY"]) for event in found.walk("VEVENT")] == ["One", "Two"]


def test_same_conditions_as_the_list(sections: dict) -> None:
    add_event(sections, title="Visit", kind="visit")
    add_event(sections, title="Culture", kind="culture")
    found = Calendar.from_ical(get("events.ics", kind="visit").content)
    assert [str(event["SUMMARY"]) for event in found.walk("VEVENT")] == ["Visit"]


def test_no_event_is_a_calendar_too(sections: dict) -> None:
    assert Calendar.from_ical(get("events.ics").content).walk("VEVENT") == []


def test_all_day_ends_on_the_day_after_its_last(sections: dict) -> None:
    [found] = calendar_of(add_event(sections, start_date=date(2027, 5, 4), end_date=date(2027, 5, 6)))
    assert found["DTSTART"].dt == date(2027, 5, 4)
    assert found["DTEND"].dt == date(2027, 5, 7)
    assert found["DTSTART"].params["VALUE"] == "DATE"


def test_a_time_is_local_to_the_place_with_its_rules(sections: dict) -> None:
    event = add_event(sections, start_date=date(2027, 7, 4), start_time=time(19, 30), end_time=time(21))
    [found] = calendar_of(event)
    assert found["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert found["DTSTART"].dt.astimezone(UTC) == datetime(2027, 7, 4, 17, 30, tzinfo=UTC) == event.starts_at
    assert found["DTEND"].dt.astimezone(UTC) == datetime(2027, 7, 4, 19, tzinfo=UTC)
    whole = Calendar.from_ical(get(f"events/{event.translation_key}.ics").content)
    [zone] = whole.walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Berlin"
    assert zone.to_tz().utcoffset(datetime(2027, 7, 4, 19, 30)) == timedelta(hours=2)  # noqa: DTZ001
    assert zone.to_tz().utcoffset(datetime(2027, 12, 4, 19, 30)) == timedelta(hours=1)  # noqa: DTZ001


def test_clocks_change_at_the_hour_that_they_show_before(sections: dict) -> None:
    event = add_event(sections, start_date=date(2027, 7, 4), start_time=time(19, 30))
    [zone] = Calendar.from_ical(get(f"events/{event.translation_key}.ics").content).walk("VTIMEZONE")
    onsets = {
        (part.name, moment)
        for part in zone.subcomponents
        for moment in [part.DTSTART, *(one.dt for one in (part["RDATE"].dts if "RDATE" in part else ()))]
        if moment.year == 2027
    }
    assert onsets == {
        ("DAYLIGHT", datetime(2027, 3, 28, 2)),  # noqa: DTZ001
        ("STANDARD", datetime(2027, 10, 31, 3)),  # noqa: DTZ001
    }


def test_no_end_is_said_where_none_is_known(sections: dict) -> None:
    [one_day] = calendar_of(add_event(sections, start_date=date(2027, 7, 4), start_time=time(19)))
    assert "DTEND" not in one_day
    [two] = calendar_of(
        add_event(sections, start_date=date(2027, 7, 4), start_time=time(19), end_date=date(2027, 7, 5))
    )
    assert two["DTEND"].dt.astimezone(BERLIN) == datetime(2027, 7, 6, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("rule", "until"),
    [
        ("FREQ=WEEKLY;COUNT=4", None),
        ("FREQ=WEEKLY;UNTIL=20270410T120000", datetime(2027, 4, 10, 10, tzinfo=UTC)),
        ("RRULE:FREQ=WEEKLY;UNTIL=20270410", datetime(2027, 4, 9, 22, tzinfo=UTC)),
    ],
)
def test_a_recurrence_keeps_its_hour_when_the_clocks_change(sections: dict, rule: str, until: Any) -> None:
    event = add_event(sections, start_date=date(2027, 3, 20), start_time=time(10), end_time=time(11), recurrence=rule)
    [found] = calendar_of(event)
    repeated = rrulestr(found["RRULE"].to_ical().decode(), dtstart=found["DTSTART"].dt)
    days = [one.start_date for one in event.later_dates]
    assert [start.date() for start in repeated] == [date(2027, 3, 20), *days]
    assert {start.astimezone(BERLIN).hour for start in repeated} == {10}
    assert found["RRULE"].get("UNTIL", [None])[0] == until


def test_the_end_of_an_all_day_recurrence_is_a_day(sections: dict) -> None:
    [found] = calendar_of(add_event(sections, recurrence="FREQ=WEEKLY;UNTIL=20270518T235959Z"))
    assert found["RRULE"]["UNTIL"] == [date(2027, 5, 18)]


def test_a_first_day_that_is_none_of_the_rule_is_followed_by_its_dates(sections: dict) -> None:
    event = add_event(sections, start_date=date(2027, 5, 4), recurrence="FREQ=MONTHLY;BYDAY=1MO;COUNT=2")
    [found] = calendar_of(event)
    assert "RRULE" not in found
    assert [one.dt for one in found["RDATE"].dts] == [date(2027, 6, 7), date(2027, 7, 5)]


def test_further_dates(sections: dict) -> None:
    event = add_event(
        sections,
        start_date=date(2027, 5, 4),
        start_time=time(10),
        end_time=time(11),
        further=(
            {"start_date": date(2027, 6, 4), "start_time": time(15), "end_time": time(16)},
            {"start_date": date(2027, 7, 4)},
        ),
    )
    main, other = calendar_of(event)
    assert [one.dt for one in main["RDATE"].dts] == [datetime(2027, 6, 4, 15, tzinfo=BERLIN)]
    assert str(main["UID"]) == str(event.translation_key)
    assert other["DTSTART"].dt == date(2027, 7, 4)
    assert str(other["UID"]) == f"{event.translation_key}-20270704"


def test_further_all_day_dates(sections: dict) -> None:
    [found] = calendar_of(add_event(sections, further=({"start_date": date(2027, 7, 4)},)))
    assert [one.dt for one in found["RDATE"].dts] == [date(2027, 7, 4)]
    assert found["RDATE"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(
    ("status", "said"), [("planned", "CONFIRMED"), ("cancelled", "CANCELLED"), ("postponed", "TENTATIVE")]
)
def test_status(sections: dict, status: str, said: str) -> None:
    [found] = calendar_of(add_event(sections, status=status, intro="We meet."), locale="en")
    assert found["STATUS"] == said
    assert ("Postponed" in found["DESCRIPTION"]) == (status == "postponed")


def test_words_and_address_in_the_language_asked_for(sections: dict, locales: dict) -> None:
    event = add_event(sections, title="Empfang", location="Rotes Rathaus", kind="reception")
    publish(translate(event, locales["fr"], title="Réception; à Berlin, oui\\", location="Hôtel de ville"))
    [french] = calendar_of(event, locale="fr")
    assert str(french["SUMMARY"]) == "Réception; à Berlin, oui\\"
    assert french["SUMMARY"].params["LANGUAGE"] == "fr"
    assert str(french["LOCATION"]) == "Hôtel de ville"
    assert french["URL"].startswith("http://localhost/fr/")
    [german] = calendar_of(event, locale="de")
    assert german["UID"] == french["UID"]
    [english] = calendar_of(event, locale="en")
    assert english["SUMMARY"].params["LANGUAGE"] == "de"


def test_same_bytes_while_nothing_changes(sections: dict) -> None:
    event = add_event(sections, start_time=time(10))
    address = f"events/{event.translation_key}.ics"
    first = get(address)
    assert get(address).content == first.content
    assert get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    [found] = calendar_of(event)
    assert found["DTSTAMP"].dt == event.last_published_at.replace(microsecond=0)


def test_lines_are_short_and_end_as_they_must(sections: dict) -> None:
    event = add_event(sections, title="Ä" * 200, intro="Erste Zeile\nzweite Zeile, " + "ü" * 300)
    body = get(f"events/{event.translation_key}.ics").content
    lines = body.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in body.replace(b"\r\n", b"")
    [found] = calendar_of(event)
    assert str(found["SUMMARY"]) == "Ä" * 200


def test_what_is_no_event_of_this_language(sections: dict) -> None:
    event, city = add_event(sections), publish(PartnerCityPageFactory(parent=sections["cities"]))
    draft = EventPageFactory(parent=reloaded(sections["news"]))
    for page, parameters in ((city, {}), (draft, {}), (event, {"locale": "de-simple"})):
        assert wrong(f"events/{page.translation_key}.ics", **parameters) == (404, ["event_id"])
    assert get("events/nonsense.ics").status_code == 404
