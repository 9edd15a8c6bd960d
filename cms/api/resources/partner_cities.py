"""Partner cities: as a list, and as places on a map."""

from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from cityrelations.cities import CityCard, city_cards, sources
from cityrelations.models import PartnerCityPage, TopicPage
from cityrelations.summaries import CitySummary, Coded, StatusCode, city_facts
from cms.api.answers import answer
from cms.api.parameters import LocaleFilter, pages_with_id, read_in, refuse_unknown
from cms.api.problems import Problem
from cms.core.content.base import Content
from cms.core.content.pages import PageId, PageReference
from cms.core.content.words import PartialDate, absolute
from cms.core.gathering import gather_one
from cms.core.reader import Reader

router = Router(tags=["Partner cities"])
PROBLEMS = {404: Problem, 422: Problem}
GEOJSON = "application/geo+json"


class CityFilter(LocaleFilter):
    """Which cities are listed: all conditions together."""

    status: StatusCode | None = Field(None, description="Status of the relation today.")
    relation: Literal["partnership", "friendship", "contact", "project"] | None = Field(
        None, description="Kind of relation as the RGRE defines them."
    )
    country: str | None = Field(None, pattern="^[A-Z]{2}$", description="Code of ISO 3166-1.", examples=["FR"])
    topic: UUID | None = Field(None, description="Id of a topic the cities work on.")


class CityList(Content):
    """All partner cities that meet the conditions, sorted by their names in the reader's language."""

    results: list[CitySummary]


class PointGeometry(Content):
    """A place (RFC 7946, section 3.1.2)."""

    type: Literal["Point"] = "Point"
    coordinates: tuple[float, float] = Field(description="Longitude and latitude (WGS 84), in this order.")


class CityProperties(Content):
    """What a map says of a city."""

    page: PageReference
    url: str = Field(description="The full address of its page.")
    country: Coded
    relation: Coded
    status: StatusCode
    since: PartialDate | None


class CityFeature(Content):
    """A city on the map (RFC 7946, section 3.2)."""

    type: Literal["Feature"] = "Feature"
    id: PageId
    geometry: PointGeometry | None = Field(description="null where nobody entered the place.")
    properties: CityProperties


class CityCollection(Content):
    """All partner cities as GeoJSON (RFC 7946, section 3.3)."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
    features: list[CityFeature]


@router.get("/partner-cities", response={200: CityList, **PROBLEMS}, operation_id="listPartnerCities")
def list_partner_cities(request: HttpRequest, asked: Query[CityFilter]) -> HttpResponse:
    """List the partner cities. A city that is not translated is listed with the words that stand in."""
    reader = read_in(request, asked.locale)
    return answer(request, CityList(results=[CitySummary.of(card) for card in found(asked, reader)]))


@router.get(
    "/partner-cities.geojson",
    response={200: CityCollection, **PROBLEMS},
    operation_id="mapPartnerCities",
    openapi_extra={
        "responses": {200: {"content": {GEOJSON: {"schema": {"$ref": "#/components/schemas/CityCollection"}}}}}
    },
)
def map_partner_cities(request: HttpRequest, asked: Query[CityFilter]) -> HttpResponse:
    """Return the partner cities as GeoJSON (RFC 7946), in the order of the list."""
    reader = read_in(request, asked.locale)
    features = [feature(card) for card in found(asked, reader)]
    return answer(request, CityCollection(features=features), GEOJSON)


def found(asked: CityFilter, reader: Reader) -> list[CityCard]:
    """Return the cities that meet all conditions, sorted by their names in the reader's language."""
    rows = sources()
    if asked.relation:
        rows = rows.filter(relation=asked.relation)
    if asked.country:
        rows = rows.filter(country=asked.country)
    if asked.topic:
        naming = PartnerCityPage.objects.filter(topic_links__topic__in=pages_with_id(TopicPage, asked.topic))
        rows = rows.filter(pk__in=naming.values("pk"))
    cards = [card for card in city_cards(gather_one(rows, reader), reader) if asked.status in (None, card.status)]
    if not cards:
        refuse_unknown({"topic": (TopicPage, asked.topic)})
    return cards


def feature(card: CityCard) -> CityFeature:
    """Return a city as a GeoJSON feature."""
    facts: dict[str, Any] = city_facts(card.facts)
    place = facts.pop("coordinates")
    reference = PageReference.of(card.reading)
    return CityFeature(
        id=reference.id,
        geometry=PointGeometry(coordinates=(place.longitude, place.latitude)) if place else None,
        properties=CityProperties(page=reference, url=absolute(reference.path), **facts),
    )
