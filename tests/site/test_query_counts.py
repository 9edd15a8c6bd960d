"""Lists cost the same number of queries however long they are."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Site

from cityrelations.models import Agreement, AgreementKind, PartnerCityPage
from cityrelations.models.event import EventCity
from home.models import HomePage
from tests.factories.cityrelations import (
    EventIndexPageFactory,
    EventPageFactory,
    NewsPageFactory,
    PartnerCityIndexPageFactory,
    PartnerCityPageFactory,
)
from tests.factories.core import publish, reloaded, translate
from tests.factories.images import ImageFactory, lead_picture

pytestmark = pytest.mark.django_db

FEW, MANY = 3, 30
HOME_AT_MOST = 15


@pytest.fixture
def tree(site: Site, home: HomePage) -> dict[str, object]:
    """Return a front page with an empty list of cities, News and Retrospective."""
    return {
        "home": home,
        "cities": publish(PartnerCityIndexPageFactory(parent=home, slug="cities", show_in_menus=True)),
        "news": publish(EventIndexPageFactory(parent=reloaded(home), slug="news", show_in_menus=True)),
        "retrospective": publish(EventIndexPageFactory(parent=reloaded(home), slug="past", retrospective=True)),
    }


def add_cities(tree: dict, number: int, english: Locale | None = None) -> list[PartnerCityPage]:
    found = []
    for _number in range(number):
        city = PartnerCityPageFactory(parent=reloaded(tree["cities"]), lead_picture=lead_picture(ImageFactory()))
        city.agreements.add(
            Agreement(kind=AgreementKind.PARTNERSHIP_AGREEMENT, date=date(1990, 1, 1), counts_from_here=True)
        )
        found.append(publish(city))
        if english:
            publish(translate(city, english))
    return found


def add_events(tree: dict, number: int, city: PartnerCityPage | None = None, *, past: bool = False) -> None:
    day = date(2020, 3, 1) if past else timezone.localdate() + timedelta(days=30)
    for shift in range(number):
        event = EventPageFactory(parent=reloaded(tree["news"]), start_date=day + timedelta(days=shift))
        if city:
            event.city_links.add(EventCity(city=city))
        publish(event)
        publish(NewsPageFactory(parent=reloaded(tree["news"]), published_on=date(2020, 3, 1) if past else _today()))


def _today() -> date:
    return timezone.localdate()


def queries(client: Client, url: str) -> list[str]:
    client.get(url)  # what is looked up once per process is known from now on
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(url)
    assert answer.status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("url", ["/de/", "/de/cities/", "/en/"])
def test_lists_of_cities(client, tree, locales, url) -> None:
    publish(translate(tree["home"], locales["en"], title="Home"))
    add_cities(tree, FEW, locales["en"])
    few = queries(client, url)
    add_cities(tree, MANY - FEW, locales["en"])
    many = queries(client, url)
    assert len(many) == len(few), "\n".join(many)


def test_front_page_is_lean(client, tree) -> None:
    add_cities(tree, FEW)
    found = queries(client, "/de/")
    assert len(found) <= HOME_AT_MOST, "\n\n".join(found)


def test_city_with_its_events(client, tree) -> None:
    [city] = add_cities(tree, 1)
    add_events(tree, FEW, city)
    few = queries(client, city.url)
    add_events(tree, MANY - FEW, city)
    many = queries(client, city.url)
    assert len(many) == len(few), "\n".join(many)


@pytest.mark.parametrize(("past", "url"), [(False, "/de/news/"), (True, "/de/past/2020/")])
def test_lists_of_events(client, tree, past, url) -> None:
    add_events(tree, FEW, past=past)
    few = queries(client, url)
    add_events(tree, MANY - FEW, past=past)
    many = queries(client, url)
    assert len(many) == len(few), "\n".join(many)
