"""Pages cost the same number of queries however long their lists are."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from tests.factories.cityrelations import EventIndexPageFactory, PartnerCityIndexPageFactory
from tests.factories.core import publish, reloaded, translate
from tests.factories.growing import FEW, MANY, add_cities, add_events, add_news
from tests.factories.sites import SmallSite

pytestmark = pytest.mark.django_db
HOME_AT_MOST = 15
PAGES = ["/de/", "/en/", "/de/cities/", "CITY", "/de/news/", "/de/past/2020/"]

Costs = dict[str, list[str]]


class Growth:
    """A site of so many cities, news and events, those of the past among them."""

    def __init__(self, site: SmallSite) -> None:
        self._english = site.locales["en"]
        self._cities = publish(
            PartnerCityIndexPageFactory(parent=reloaded(site.home), slug="cities", show_in_menus=True)
        )
        self._news = publish(EventIndexPageFactory(parent=reloaded(site.home), slug="news", show_in_menus=True))
        publish(EventIndexPageFactory(parent=reloaded(site.home), slug="past", retrospective=True))
        publish(translate(site.home, self._english, title="Home"))
        self._city = add_cities(self._cities, 1, self._english)[0]

    def by(self, number: int, *, cities: int) -> None:
        """Add so many of everything."""
        add_cities(self._cities, cities, self._english)
        for past in (False, True):
            add_events(self._news, number, city=self._city, past=past)
            add_news(self._news, number, city=self._city, past=past)

    def costs(self) -> Costs:
        """Return the SQL of every page."""
        return {path: queries(path.replace("CITY", self._city.url)) for path in PAGES}


def queries(path: str) -> list[str]:
    """Return the SQL of a page once what is looked up once per process is known."""
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    assert answer.status_code == 200
    return [query["sql"] for query in captured]


@pytest.fixture(scope="module")
def costs(small_site: SmallSite, module_database: DjangoDbBlocker) -> dict[int, Costs]:
    """Return the costs of few items and of many."""
    with module_database.unblock():
        growth = Growth(small_site)
        growth.by(FEW, cities=FEW - 1)
        few = growth.costs()
        growth.by(MANY - FEW, cities=MANY - FEW)
        return {FEW: few, MANY: growth.costs()}


@pytest.mark.parametrize("path", PAGES)
def test_many_items_cost_as_many_queries_as_few(costs: dict[int, Costs], path: str) -> None:
    assert len(costs[MANY][path]) == len(costs[FEW][path]), "\n".join(costs[MANY][path])


def test_front_page_is_lean(costs: dict[int, Costs]) -> None:
    assert len(costs[FEW]["/de/"]) <= HOME_AT_MOST, "\n\n".join(costs[FEW]["/de/"])
