"""Cities, networks, topics, projects, events and news as lists of the content API show them."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from django.utils import translation
from pydantic import Field
from typing_extensions import TypeAliasType

from cms.core.content.base import Content
from cms.core.content.pages import PageReference, PageSummary, PictureSummary
from cms.core.content.words import PartialDate, plain
from cms.core.formats.countries import country_name
from cms.core.formats.dates import format_range
from cms.core.formats.digits import active_digits
from cms.core.resolver import Reading

if TYPE_CHECKING:
    from cityrelations.agenda import Entry
    from cityrelations.cities import CityCard

StatusCode = Literal["active", "resting", "ended"]
DirectionCode = Annotated[
    Literal["here", "abroad", "online", ""], Field(description='Seen from the home city; "" where nobody said.')
]


class Coded(Content):
    """A value from a list: its code, and its name in the reader's language."""

    code: str
    label: str


class Coordinates(Content):
    """A place in decimal degrees (WGS 84)."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)

    @classmethod
    def of(cls, facts: Any) -> Self | None:
        """Return the place of a city, None where it is not known."""
        if facts.latitude is None or facts.longitude is None:
            return None
        return cls(latitude=facts.latitude, longitude=facts.longitude)


class CitySummary(PictureSummary):
    """A partner city in a list."""

    type: Literal["cityrelations.PartnerCityPage"] = "cityrelations.PartnerCityPage"
    country: Coded = Field(description="Code of ISO 3166-1.")
    relation: Coded = Field(description="Kind of relation as the RGRE defines them.")
    status: StatusCode
    since: PartialDate | None = Field(description="The date from which the relation counts.")
    coordinates: Coordinates | None

    @classmethod
    def of(cls, card: "CityCard") -> Self:
        """Return the summary of a city's card."""
        return cls.of_card(card, **city_facts(card.facts))


def city_facts(facts: Any) -> dict[str, Any]:
    """Return what a city's summary and its page both say, from its source row."""
    since = facts.counting_agreement
    return {
        "country": Coded(code=facts.country, label=country_name(facts.country, translation.get_language())),
        "relation": Coded(code=facts.relation, label=facts.get_relation_display()),
        "status": facts.current_status,
        "since": PartialDate.of(since.date, since.precision) if since else None,
        "coordinates": Coordinates.of(facts),
    }


class NetworkSummary(PageSummary):
    """A city network in a list."""

    type: Literal["cityrelations.NetworkPage"] = "cityrelations.NetworkPage"
    short_name: str
    member_since: PartialDate | None
    founded: PartialDate | None

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Return the summary of a network."""
        return cls(**cls.common(reading), **network_facts(reading.facts))


def network_facts(facts: Any) -> dict[str, Any]:
    """Return what a network's summary and its page both say, from its source row."""
    return {
        "short_name": facts.short_name,
        "member_since": PartialDate.of(facts.member_since, facts.member_since_precision),
        "founded": PartialDate.of(facts.founded, facts.founded_precision),
    }


class TopicSummary(PageSummary):
    """A topic in a list."""

    type: Literal["cityrelations.TopicPage"] = "cityrelations.TopicPage"


class ProjectSummary(PageSummary):
    """A project in a list."""

    type: Literal["cityrelations.ProjectPage"] = "cityrelations.ProjectPage"
    begins: PartialDate | None
    ends: PartialDate | None

    @classmethod
    def of(cls, reading: Reading) -> Self:
        """Return the summary of a project."""
        return cls(**cls.common(reading), **project_facts(reading.facts))


def project_facts(facts: Any) -> dict[str, Any]:
    """Return what a project's summary and its page both say, from its source row."""
    return {
        "begins": PartialDate.of(facts.begins, facts.begins_precision),
        "ends": PartialDate.of(facts.ends, facts.ends_precision),
    }


class Occasion(Content):
    """One time an event takes place, local to its time zone. No times: all day."""

    start_date: date
    start_time: time | None
    end_date: date
    end_time: time | None
    text: str = Field(description="The days as the language writes them.")

    @classmethod
    def of(cls, one: Any) -> Self | None:
        """Return it for an event or an Occurrence, None where no day is known."""
        if one.start_date is None:
            return None
        text = format_range(one.start_date, one.last_day, translation.get_language(), active_digits())
        return cls(
            start_date=one.start_date,
            start_time=one.start_time,
            end_date=one.last_day,
            end_time=one.end_time,
            text=text,
        )


class EventSummary(PageSummary):
    """An event in a list."""

    type: Literal["cityrelations.EventPage"] = "cityrelations.EventPage"
    kind: Coded
    status: Literal["planned", "cancelled", "postponed"]
    direction: DirectionCode
    time_zone: str = Field(description="IANA name of the place's time zone.", examples=["Europe/Paris"])
    first: Occasion | None
    when: Occasion | None = Field(
        description="The time it is listed under: in what is current the one that is on or comes next, else the first."
    )
    starts_at: datetime | None
    ends_at: datetime | None = Field(description="The end of its last time.")
    location: str
    cities: list[PageReference]

    @classmethod
    def of(cls, entry: "Entry") -> Self:
        """Return the summary of an event in a list."""
        return cls(
            **cls.common(entry.reading),
            **event_facts(entry.facts, entry.kind_label),
            when=Occasion.of(entry.when),
            location=plain(entry.reading.location),
            cities=[PageReference.of(city) for city in entry.cities],
        )


def event_facts(facts: Any, kind_label: str) -> dict[str, Any]:
    """Return what an event's summary and its page both say, from its source row."""
    return {
        "kind": Coded(code=facts.kind, label=kind_label),
        "status": facts.status,
        "direction": facts.direction,
        "time_zone": facts.time_zone,
        "first": Occasion.of(facts),
        "starts_at": facts.starts_at,
        "ends_at": facts.ends_at,
    }


class NewsSummary(PageSummary):
    """A piece of news in a list."""

    type: Literal["cityrelations.NewsPage"] = "cityrelations.NewsPage"
    published_on: PartialDate | None
    cities: list[PageReference]

    @classmethod
    def of(cls, entry: "Entry") -> Self:
        """Return the summary of a piece of news in a list."""
        return cls(
            **cls.common(entry.reading),
            published_on=PartialDate.of(entry.facts.published_on, "day"),
            cities=[PageReference.of(city) for city in entry.cities],
        )


EntrySummary = TypeAliasType(
    "EntrySummary",
    Annotated[
        EventSummary | NewsSummary,
        Field(discriminator="type", description="An event or a piece of news in a list."),
    ],
)
"""An event or a piece of news in a list."""


def entry_summary(entry: "Entry") -> EventSummary | NewsSummary:
    """Return the summary of an entry of the agenda."""
    return EventSummary.of(entry) if entry.is_event else NewsSummary.of(entry)
