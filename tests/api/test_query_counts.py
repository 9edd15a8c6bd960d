"""An answer costs the same number of queries for 3 items and for 30, and never more than the product promises."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from pytest_django import DjangoDbBlocker

from tests.api.asking import ask, queries
from tests.factories.cityrelations import NetworkPageFactory, ProjectPageFactory, TopicPageFactory
from tests.factories.growing import FEW, MANY, add_cities, add_events, add_news, add_plain
from tests.factories.sites import SmallSite

BY_PATH_AT_MOST = 8
LIST_AT_MOST = 6
PLAIN = {"networks": NetworkPageFactory, "topics": TopicPageFactory, "projects": ProjectPageFactory}
PAGES = ["/de/", "/de/cities/", "/de/news/", "CITY"]
LISTS = {
    "partner-cities": {"locale": "en"},
    "partner-cities.geojson": {"locale": "en"},
    "networks": {"locale": "en"},
    "topics": {"locale": "en"},
    "projects": {"locale": "en"},
    "events": {"locale": "en", "limit": "30"},
    "news": {"locale": "en", "limit": "30"},
    "pages": {"limit": "30"},
    "search": {"q": "Stadt", "limit": "30"},
    "navigation": {},
}

Costs = dict[str, list[str]]


class Growth:
    """A site of so many cities, events and other pages, and what each answer costs as it grows."""

    def __init__(self, site: SmallSite, sections: dict[str, Any]) -> None:
        self._sections, self._english = sections, site.locales["en"]
        self.city = add_cities(sections["cities"], 1, self._english)[0]

    def by(self, number: int, *, cities: int) -> None:
        """Add so many of everything."""
        add_cities(self._sections["cities"], cities, self._english)
        for add in (add_events, add_news):
            add(self._sections["news"], number, self._english, city=self.city, past=False)
        for name, factory in PLAIN.items():
            add_plain(factory, self._sections[name], number, self._english)

    def costs(self) -> Costs:
        """Return the SQL of every answer."""
        pages = {path: queries("pages/by-path", path=path.replace("CITY", self.city.url)) for path in PAGES}
        return pages | {address: queries(address, **parameters) for address, parameters in LISTS.items()}


@pytest.fixture(scope="module")
def growth(small_site: SmallSite, sections_of_module: dict[str, Any], module_database: DjangoDbBlocker) -> Growth:
    with module_database.unblock():
        site = Growth(small_site, sections_of_module)
        site.by(FEW, cities=FEW - 1)
        return site


@pytest.fixture(scope="module")
def few(growth: Growth, module_database: DjangoDbBlocker) -> Costs:
    """Return the costs of few items."""
    with module_database.unblock():
        return growth.costs()


@pytest.fixture(scope="module")
def many(growth: Growth, few: Costs, module_database: DjangoDbBlocker) -> Costs:
    """Return the costs of many items."""
    with module_database.unblock():
        growth.by(MANY - FEW, cities=MANY - FEW)
        return growth.costs()


@pytest.mark.parametrize("path", PAGES)
def test_many_items_on_a_page_cost_as_many_queries_as_few(few: Costs, many: Costs, path: str) -> None:
    assert len(many[path]) == len(few[path]) <= BY_PATH_AT_MOST, "\n".join(many[path])


@pytest.mark.parametrize("address", LISTS)
def test_many_items_of_a_list_cost_as_many_queries_as_few(few: Costs, many: Costs, address: str) -> None:
    assert len(many[address]) == len(few[address]) <= LIST_AT_MOST, "\n".join(many[address])


@pytest.mark.parametrize("address", ["partner-cities", "networks", "topics", "projects", "events", "news"])
def test_many_are_really_there(many: Costs, address: str, db: None) -> None:
    assert len(ask(address, **LISTS[address])["results"]) == MANY


def test_a_process_that_has_just_started_asks_little_more(growth: Growth, db: None) -> None:
    queries("pages/by-path", path=growth.city.url)
    ContentType.objects.clear_cache()
    assert len(queries("pages/by-path", path=growth.city.url)) <= BY_PATH_AT_MOST
