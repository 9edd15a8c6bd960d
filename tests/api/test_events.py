"""Events and news: lists in parts, and what they can be asked for."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from cityrelations.models import EventPage, FurtherDate
from cityrelations.models.event import EventCity, EventNetwork, EventTopic
from cityrelations.models.news import NewsCity
from tests.api.asking import ask, get, titles, wrong
from tests.factories.cityrelations import (
    EventPageFactory,
    NetworkPageFactory,
    NewsPageFactory,
    PartnerCityPageFactory,
    TopicPageFactory,
)
from tests.factories.core import publish, reloaded, translate

pytestmark = pytest.mark.django_db

UNKNOWN = "00000000-0000-4000-8000-000000000000"


def add_event(sections: dict[str, Any], title: str, day: date, **values: Any) -> EventPage:
    return publish(EventPageFactory(parent=reloaded(sections["news"]), title=title, start_date=day, **values))


def add_news(sections: dict[str, Any], title: str, day: date, **values: Any) -> Any:
    return publish(NewsPageFactory(parent=reloaded(sections["news"]), title=title, published_on=day, **values))


def in_days(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def past_and_coming(sections: dict[str, Any]) -> None:
    """Let there be two events that were, and two that are to come."""
    for title, day in (("Long ago", date(1999, 3, 1)), ("Last week", in_days(-7))):
        add_event(sections, title, day)
    for title, number in (("Next year", 300), ("Tomorrow", 1)):
        add_event(sections, title, in_days(number))


def test_periods(past_and_coming: None) -> None:
    assert titles("events", period="current") == ["Tomorrow", "Next year"]
    assert titles("events", period="past") == ["Last week", "Long ago"]
    assert titles("events") == ["Next year", "Tomorrow", "Last week", "Long ago"]


def test_days_include_both_ends(sections: dict) -> None:
    add_event(sections, "First", date(2030, 5, 1))
    add_event(sections, "Three days", date(2030, 5, 3), end_date=date(2030, 5, 5))
    assert titles("events", **{"from": "2030-05-02"}) == ["Three days"]
    assert titles("events", **{"from": "2030-05-05", "to": "2030-05-05"}) == ["Three days"]
    assert titles("events", to="2030-05-01") == ["First"]
    assert titles("events", **{"from": "2030-05-06"}) == []


def test_an_event_is_found_on_its_later_days(sections: dict) -> None:
    event = EventPageFactory(parent=reloaded(sections["news"]), title="Twice", start_date=date(2030, 5, 1))
    event.further_dates.add(FurtherDate(start_date=date(2030, 9, 1)))
    publish(event)
    assert titles("events", **{"from": "2030-09-01"}) == ["Twice"]


def test_by_city_network_and_topic(sections: dict) -> None:
    city = publish(PartnerCityPageFactory(parent=sections["cities"]))
    network = publish(NetworkPageFactory(parent=sections["networks"]))
    topic = publish(TopicPageFactory(parent=sections["topics"]))
    event = EventPageFactory(parent=reloaded(sections["news"]), title="All three")
    event.city_links.add(EventCity(city=city))
    event.network_links.add(EventNetwork(network=network))
    event.topic_links.add(EventTopic(topic=topic))
    publish(event)
    add_event(sections, "None of them", date(2030, 5, 1))
    named = {"city": city, "network": network, "topic": topic}
    for name, page in named.items():
        assert titles("events", **{name: page.translation_key}) == ["All three"]
    assert titles("events", **{name: page.translation_key for name, page in named.items()}) == ["All three"]


def test_by_kind_direction_and_status(sections: dict) -> None:
    add_event(sections, "Visit", date(2030, 5, 1), kind="visit", direction="abroad", status="cancelled")
    add_event(sections, "Culture", date(2030, 5, 2), kind="culture", direction="here")
    assert titles("events", kind="visit") == ["Visit"]
    assert titles("events", direction="here") == ["Culture"]
    assert titles("events", status="cancelled") == ["Visit"]
    assert titles("events", status="cancelled", direction="here") == []


def test_parts_follow_each_other_without_gap_while_the_list_grows(sections: dict) -> None:
    for number in range(5):
        add_event(sections, f"Event {number}", date(2030, 5, 1))
    first = ask("events", limit=2)
    add_event(sections, "New one", date(2031, 1, 1))
    second = ask(first["next"].partition("/api/v1/")[2])
    third = ask(second["next"].partition("/api/v1/")[2])
    found = [one["title"] for part in (first, second, third) for one in part["results"]]
    assert sorted(found) == [f"Event {number}" for number in range(5)]
    assert third["next"] is None
    back = ask(third["previous"].partition("/api/v1/")[2])
    assert back["results"] == second["results"]


def test_only_what_the_reader_can_read(sections: dict, locales: dict) -> None:
    event = add_event(sections, "Besuch", date(2030, 5, 1))
    add_event(sections, "Empfang", date(2030, 5, 2))
    publish(translate(event, locales["fr"], title="Visite"))
    assert titles("events", locale="fr") == ["Empfang", "Visite"]
    assert titles("events", locale="de-simple") == []


def test_news_by_period_days_and_city(sections: dict) -> None:
    city = publish(PartnerCityPageFactory(parent=sections["cities"]))
    old = NewsPageFactory(parent=reloaded(sections["news"]), title="Old", published_on=date(2020, 1, 1))
    old.city_links.add(NewsCity(city=city))
    publish(old)
    add_news(sections, "Fresh", in_days(-1))
    add_news(sections, "Not yet", in_days(1))
    assert titles("news") == ["Fresh", "Old"]
    assert titles("news", period="current") == ["Fresh"]
    assert titles("news", period="past") == ["Old"]
    assert titles("news", **{"from": "2020-01-01", "to": "2020-12-31"}) == ["Old"]
    assert titles("news", city=city.translation_key) == ["Old"]
    [fresh, _old] = ask("news")["results"]
    assert fresh["type"] == "cityrelations.NewsPage"
    assert fresh["published_on"]["date"] == str(in_days(-1))


@pytest.mark.parametrize(
    ("parameters", "status", "names"),
    [
        ({"locale": "xx"}, 404, ["locale"]),
        ({"period": "future"}, 422, ["period"]),
        ({"from": "yesterday"}, 422, ["from"]),
        ({"from": "0"}, 422, ["from"]),
        ({"to": "2026-02-30"}, 422, ["to"]),
        ({"to": "99999-12-31"}, 422, ["to"]),
        ({"from": "2026-02-02", "to": "2026-02-01"}, 404, ["to"]),
        ({"city": "paris"}, 422, ["city"]),
        ({"city": UNKNOWN}, 404, ["city"]),
        ({"network": UNKNOWN}, 404, ["network"]),
        ({"topic": UNKNOWN}, 404, ["topic"]),
        ({"limit": 0}, 422, ["limit"]),
        ({"limit": 101}, 422, ["limit"]),
        ({"cursor": "abc"}, 404, ["cursor"]),
        ({"cursor": "cD1ub25zZW5zZQ=="}, 404, ["cursor"]),
    ],
)
@pytest.mark.parametrize("address", ["events", "news"])
def test_wrong_conditions_are_named(sections: dict, address: str, parameters: dict, status: int, names: list) -> None:
    assert wrong(address, **parameters) == (status, names)


@pytest.mark.parametrize(
    ("parameters", "status", "name"),
    [
        ({"kind": "party"}, 404, "kind"),
        ({"kind": "a b"}, 422, "kind"),
        ({"direction": "up"}, 422, "direction"),
        ({"status": "done"}, 422, "status"),
    ],
)
@pytest.mark.parametrize("address", ["events", "events.ics"])
def test_wrong_conditions_of_events_are_named(
    sections: dict, address: str, parameters: dict, status: int, name: str
) -> None:
    assert wrong(address, **parameters) == (status, [name])


def test_a_city_that_is_no_public_page_is_unknown(sections: dict) -> None:
    draft = PartnerCityPageFactory(parent=sections["cities"])
    event = EventPageFactory(parent=reloaded(sections["news"]), title="With a draft")
    event.city_links.add(EventCity(city=draft))
    publish(event)
    assert wrong("events", city=draft.translation_key) == (404, ["city"])


@pytest.mark.parametrize(
    ("address", "tag"), [("events", "list-eventpage"), ("events.ics", "list-eventpage"), ("news", "list-newspage")]
)
def test_made_anew_when_the_list_changes(sections: dict, address: str, tag: str) -> None:
    assert tag in get(address).headers["Cache-Tag"].split(",")
