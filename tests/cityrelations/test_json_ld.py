"""What search engines read about events and news (schema.org): the very words, and one time of an event."""

import json
from datetime import date, time, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Site

from cityrelations.models import FurtherDate
from tests.factories.cityrelations import EventIndexPageFactory, EventPageFactory, NewsPageFactory
from tests.factories.core import publish

pytestmark = pytest.mark.django_db

WORDS = 'L\'art & co <"1 \\ 2">'


@pytest.fixture
def news(site: Site) -> Any:
    """Return News."""
    return publish(EventIndexPageFactory(parent=site.root_page))


def read(page: Page) -> dict[str, Any]:
    """Return what machines are told about a page."""
    script = BeautifulSoup(Client().get(page.url).content, "html.parser").select_one("[type='application/ld+json']")
    return json.loads(script.string)


@pytest.mark.parametrize("factory", [EventPageFactory, NewsPageFactory])
def test_words_are_the_very_words(factory: Any, news: Any) -> None:
    said = read(publish(factory(parent=news, title=WORDS, intro=WORDS)))
    assert said["description"] == WORDS
    assert said.get("name", said.get("headline")) == WORDS


def test_counts_are_filled_in(news: Any) -> None:
    assert read(publish(NewsPageFactory(parent=news, intro="{count:partner-cities}")))["description"] == "0"


def test_place_is_the_very_word(news: Any) -> None:
    said = read(publish(EventPageFactory(parent=news, location=WORDS)))
    assert said["location"] == {"@type": "Place", "name": WORDS}


def times(event: Any) -> tuple[str, str]:
    said = read(event)
    return said["startDate"], said["endDate"]


def with_further_date(news: Any, first: date, second: date) -> Any:
    """Publish an event in Tokyo that takes place at two dates, at another hour each."""
    values = {"start_time": time(18), "end_time": time(20), "time_zone": "Asia/Tokyo"}
    event = EventPageFactory(parent=news, start_date=first, **values)
    event.further_dates.add(FurtherDate(start_date=second, start_time=time(9), end_time=time(10)))
    return publish(event)


def test_series_is_the_time_that_comes_next(news: Any) -> None:
    first, second = (timezone.localdate() + timedelta(days=days) for days in (-7, 30))
    event = with_further_date(news, first, second)
    assert times(event) == (f"{second}T09:00:00+09:00", f"{second}T10:00:00+09:00")


def test_series_to_come_is_its_first_time(news: Any) -> None:
    first, second = (timezone.localdate() + timedelta(days=days) for days in (7, 30))
    event = with_further_date(news, first, second)
    assert times(event) == (f"{first}T18:00:00+09:00", f"{first}T20:00:00+09:00")


def test_series_that_is_over_is_its_first_time(news: Any) -> None:
    event = with_further_date(news, date(1999, 3, 1), date(1999, 4, 1))
    assert times(event) == ("1999-03-01T18:00:00+09:00", "1999-03-01T20:00:00+09:00")


def test_all_day_series_by_a_rule_is_the_days_that_come_next(news: Any) -> None:
    first = timezone.localdate() - timedelta(days=10)
    values = {"start_date": first, "end_date": first + timedelta(days=2), "recurrence": "FREQ=WEEKLY;COUNT=9"}
    event = publish(EventPageFactory(parent=news, **values))
    assert times(event) == (str(first + timedelta(days=14)), str(first + timedelta(days=16)))
