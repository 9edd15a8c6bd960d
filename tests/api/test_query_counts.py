"""An answer costs the same number of queries for 3 items and for 30, and never more than the product promises."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from cityrelations.models import Agreement, AgreementKind
from cityrelations.models.event import EventCity
from tests.api.asking import queries
from tests.factories.cityrelations import EventPageFactory, PartnerCityPageFactory
from tests.factories.core import publish, reloaded
from tests.factories.images import ImageFactory, lead_picture

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 30
BY_PATH_AT_MOST = 8
LIST_AT_MOST = 6


def fill(sections: dict[str, Any], number: int) -> Any:
    """Add that many cities, and events with the first of them; return that city."""
    found = []
    for _number in range(number):
        city = PartnerCityPageFactory(parent=reloaded(sections["cities"]), lead_picture=lead_picture(ImageFactory()))
        city.agreements.add(Agreement(kind=AgreementKind.MEMORANDUM, date=date(1990, 1, 1), counts_from_here=True))
        found.append(publish(city))
    for shift in range(number):
        day = timezone.localdate() + timedelta(days=shift + 1)
        event = EventPageFactory(parent=reloaded(sections["news"]), start_date=day)
        event.city_links.add(EventCity(city=found[0]))
        publish(event)
    return found[0]


@pytest.mark.parametrize(
    ("address", "parameters", "most"),
    [
        ("pages/by-path", {"path": "/de/"}, BY_PATH_AT_MOST),
        ("pages/by-path", {"path": "/de/cities/"}, BY_PATH_AT_MOST),
        ("pages/by-path", {"path": "/de/news/"}, BY_PATH_AT_MOST),
        ("pages/by-path", {"path": "CITY"}, BY_PATH_AT_MOST),
        ("partner-cities", {}, LIST_AT_MOST),
        ("events", {"limit": "30"}, LIST_AT_MOST),
        ("pages", {"limit": "30"}, LIST_AT_MOST),
        ("search", {"q": "Stadt", "limit": "30"}, LIST_AT_MOST),
        ("navigation", {}, LIST_AT_MOST),
    ],
)
def test_many_items_cost_as_many_queries_as_few(
    sections: dict, address: str, parameters: dict[str, str], most: int
) -> None:
    city = fill(sections, FEW)
    asked = {name: city.url if value == "CITY" else value for name, value in parameters.items()}
    few = queries(address, **asked)
    fill(sections, MANY - FEW)
    many = queries(address, **asked)
    assert len(many) == len(few), "\n".join(many)
    assert len(few) <= most, "\n".join(few)


def test_a_process_that_has_just_started_asks_little_more(sections: dict) -> None:
    city = fill(sections, FEW)
    queries("pages/by-path", path=city.url)
    ContentType.objects.clear_cache()
    assert len(queries("pages/by-path", path=city.url)) <= BY_PATH_AT_MOST
