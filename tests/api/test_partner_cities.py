"""Partner cities: the list, its conditions, and the map."""

from datetime import date
from typing import Any

import pytest

from cityrelations.models import Agreement, AgreementKind, PartnerCityPage, StatusPeriod
from cityrelations.models.partner_city import CityTopic
from cms.core.cachetags import tags_of
from tests.api.asking import ask, get, titles, wrong
from tests.factories.cityrelations import PartnerCityPageFactory, TopicPageFactory
from tests.factories.core import publish, reloaded, translate

pytestmark = pytest.mark.django_db


def add_city(sections: dict[str, Any], title: str, **values: Any) -> PartnerCityPage:
    return publish(PartnerCityPageFactory(parent=reloaded(sections["cities"]), title=title, **values))


@pytest.fixture
def cities(sections: dict[str, Any]) -> dict[str, PartnerCityPage]:
    """Return three cities that differ in everything the list can be asked for."""
    topic = publish(TopicPageFactory(parent=sections["topics"], title="Klima"))
    paris = PartnerCityPageFactory(
        parent=reloaded(sections["cities"]), title="Paris", latitude=48.85, longitude=2.35, intro="Seit 1987."
    )
    paris.topic_links.add(CityTopic(topic=topic))
    paris.agreements.add(
        Agreement(kind=AgreementKind.PARTNERSHIP_AGREEMENT, date=date(1987, 7, 2), counts_from_here=True)
    )
    moscow = PartnerCityPageFactory(parent=reloaded(sections["cities"]), title="Moskau", country="RU")
    moscow.status_periods.add(StatusPeriod(status="resting", begins=date(2022, 3, 1)))
    oslo = PartnerCityPageFactory(parent=reloaded(sections["cities"]), title="Öslo", country="NO", relation="contact")
    return {"paris": publish(paris), "moscow": publish(moscow), "oslo": publish(oslo)}


def test_all_cities_sorted_as_the_readers_language_sorts_them(cities: dict) -> None:
    assert titles("partner-cities", locale="de") == ["Moskau", "Öslo", "Paris"]


def test_a_city_tells_what_a_list_shows(cities: dict) -> None:
    [paris] = [one for one in ask("partner-cities", locale="de")["results"] if one["title"] == "Paris"]
    assert paris["id"] == str(cities["paris"].translation_key)
    assert paris["path"] == cities["paris"].url
    assert paris["intro"] == "Seit 1987."
    assert paris["country"] == {"code": "FR", "label": "Frankreich"}
    assert paris["status"] == "active"
    assert paris["since"] == {"date": "1987-07-02", "precision": "day", "text": "2. Juli 1987"}
    assert paris["coordinates"] == {"latitude": 48.85, "longitude": 2.35}


def test_conditions_hold_together(cities: dict) -> None:
    topic = str(cities["paris"].topic_links.first().topic.translation_key)
    assert titles("partner-cities", status="resting") == ["Moskau"]
    assert titles("partner-cities", status="active") == ["Öslo", "Paris"]
    assert titles("partner-cities", relation="contact") == ["Öslo"]
    assert titles("partner-cities", country="FR") == ["Paris"]
    assert titles("partner-cities", topic=topic) == ["Paris"]
    assert titles("partner-cities", topic=topic, country="NO") == []


def test_other_languages_get_their_own_words_or_those_that_stand_in(cities: dict, locales: dict) -> None:
    publish(translate(cities["moscow"], locales["en"], title="Moscow"))
    found = ask("partner-cities", locale="en")["results"]
    assert [(one["title"], one["language"]["code"]) for one in found] == [
        ("Moscow", "en"),
        ("Öslo", "de"),
        ("Paris", "de"),
    ]
    assert titles("partner-cities", locale="de-simple") == []


@pytest.mark.parametrize(
    ("parameters", "status", "name"),
    [
        ({"locale": "xx"}, 404, "locale"),
        ({"status": "dead"}, 422, "status"),
        ({"relation": "love"}, 422, "relation"),
        ({"country": "fr"}, 422, "country"),
        ({"topic": "climate"}, 422, "topic"),
        ({"topic": "00000000-0000-4000-8000-000000000000"}, 404, "topic"),
    ],
)
@pytest.mark.parametrize("address", ["partner-cities", "partner-cities.geojson"])
def test_wrong_conditions_are_named(sections: dict, address: str, parameters: dict, status: int, name: str) -> None:
    assert wrong(address, **parameters) == (status, [name])


def test_the_map_is_geojson(cities: dict) -> None:
    answer = get("partner-cities.geojson", locale="en")
    assert answer.headers["Content-Type"] == "application/geo+json"
    found = answer.json()
    assert found["type"] == "FeatureCollection"
    paris = next(one for one in found["features"] if one["properties"]["page"]["title"] == "Paris")
    assert paris["type"] == "Feature"
    assert paris["id"] == str(cities["paris"].translation_key)
    assert paris["geometry"] == {"type": "Point", "coordinates": [2.35, 48.85]}
    assert paris["properties"]["country"] == {"code": "FR", "label": "France"}
    assert paris["properties"]["url"] == f"http://localhost{paris['properties']['page']['path']}"
    assert [one["geometry"] for one in found["features"] if one["id"] != paris["id"]] == [None, None]


def test_both_are_made_anew_when_a_city_changes(cities: dict) -> None:
    for address in ("partner-cities", "partner-cities.geojson"):
        tags = get(address).headers["Cache-Tag"].split(",")
        assert set(tags) & set(tags_of(cities["paris"].specific))
