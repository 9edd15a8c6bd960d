"""An event that takes place more than once is listed under the time that is on or comes next."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from cityrelations import agenda
from cityrelations.models import FurtherDate
from cms.core.languages import Languages
from cms.core.reader import Reader
from tests.api.asking import ask
from tests.factories.cityrelations import EventIndexPageFactory, EventPageFactory
from tests.factories.core import publish, reloaded

pytestmark = pytest.mark.django_db

EVENING = {"start_time": time(18), "end_time": time(20)}


@pytest.fixture
def news(site: Site) -> Any:
    """Return News."""
    return publish(EventIndexPageFactory(parent=site.root_page, slug="news"))


@pytest.fixture
def reader(site: Site) -> Reader:
    """Return somebody who reads German."""
    languages = Languages.load()
    return Reader(languages, languages.get("de"))


def add_monthly(news: Any) -> Any:
    """Publish an event on the fifth of six months, from October 2026 on."""
    rule = "FREQ=MONTHLY;COUNT=6"
    return publish(EventPageFactory(parent=news, start_date=date(2026, 10, 5), recurrence=rule, **EVENING))


def add_with_further_dates(news: Any) -> Any:
    """Publish an event with the same first three days, given one by one, the last first."""
    event = EventPageFactory(parent=news, start_date=date(2026, 10, 5), **EVENING)
    for month in (12, 11):
        event.further_dates.add(FurtherDate(start_date=date(2026, month, 5), **EVENING))
    return publish(event)


def listed(entries: list[agenda.Entry]) -> list[date]:
    return [entry.when.start_date for entry in entries]


@pytest.mark.parametrize("add", [add_monthly, add_with_further_dates])
@pytest.mark.parametrize(
    ("now", "on", "coming"),
    [
        (datetime(2026, 10, 1, 12, tzinfo=UTC), [], [date(2026, 10, 5)]),
        (datetime(2026, 10, 5, 17, tzinfo=UTC), [date(2026, 10, 5)], []),
        (datetime(2026, 10, 5, 18, tzinfo=UTC), [], [date(2026, 11, 5)]),
        (datetime(2026, 11, 20, 12, tzinfo=UTC), [], [date(2026, 12, 5)]),
        (datetime(2026, 12, 5, 18, tzinfo=UTC), [date(2026, 12, 5)], []),
    ],
)
def test_listed_under_the_time_that_is_on_or_next(
    add: Any, now: datetime, on: list[date], coming: list[date], news: Any, reader: Reader
) -> None:
    add(news)
    found = agenda.current(reader, now)
    assert (listed(found.now), listed(found.coming)) == (on, coming)


def test_sorted_by_the_time_that_comes_next(news: Any, reader: Reader) -> None:
    add_monthly(news)
    publish(EventPageFactory(parent=reloaded(news), start_date=date(2026, 12, 1)))
    found = agenda.current(reader, datetime(2026, 11, 20, tzinfo=UTC))
    assert listed(found.coming) == [date(2026, 12, 1), date(2026, 12, 5)]


def test_retrospective_lists_it_once_under_its_first_day(news: Any, reader: Reader) -> None:
    add_monthly(news)
    after = datetime(2027, 4, 1, tzinfo=UTC)
    assert agenda.retrospective(reader, now=datetime(2027, 1, 1, tzinfo=UTC)).years == []
    [(month, entries)] = agenda.retrospective(reader, now=after).months
    assert (month, listed(entries)) == (date(2026, 10, 1), [date(2026, 10, 5)])


@pytest.fixture
def between(news: Any) -> tuple[date, date]:
    """Publish an event that was last week and will be again in March in a year, at another hour; return its days."""
    today = timezone.localdate()
    first, second = today - timedelta(days=7), date(today.year + 1, 3, 5)
    event = EventPageFactory(parent=news, title="Zweimal", start_date=first, **EVENING)
    event.further_dates.add(FurtherDate(start_date=second, start_time=time(9), end_time=time(10)))
    publish(event)
    return first, second


def test_page_shows_day_and_hour_that_come_next(client: Client, between: tuple[date, date]) -> None:
    [entry] = BeautifulSoup(client.get("/de/news/").content, "html.parser").select("[aria-labelledby=coming] article")
    [day, hour, *_others] = [part.text.strip() for part in entry.select(".agenda__facts p")]
    assert day == f"5. März {between[1].year}"
    assert hour.startswith("09:00")


def test_api_says_it_too(between: tuple[date, date]) -> None:
    said = ask("pages/by-path", path="/de/news/")["page"]["agenda"]
    assert said["now"] == []
    [entry] = said["coming"]
    assert [entry[name]["start_date"] for name in ("first", "when")] == [day.isoformat() for day in between]


@pytest.mark.parametrize(("period", "place"), [("current", 1), ("all", 0)])
def test_list_of_the_api_says_the_next_where_it_is_about_what_is_current(
    period: str, place: int, between: tuple[date, date]
) -> None:
    [entry] = ask("events", locale="de", period=period)["results"]
    assert entry["when"]["start_date"] == between[place].isoformat()
