"""Lists of partner cities."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cityrelations import models
from cityrelations.status import Status
from cms.core.cards import Card, cards
from cms.core.children import keep_children, with_children
from cms.core.formats.collation import collation_key
from cms.core.gathering import gather_one
from cms.core.querysets import BasePageQuerySet
from cms.core.reader import Reader
from cms.core.resolver import Reading


@dataclass(frozen=True)
class CityCard(Card):
    """A partner city in a list."""

    @property
    def since(self) -> Any | None:
        """Return the agreement the relation counts from."""
        return self.facts.counting_agreement

    @property
    def status(self) -> str:
        """Return the status that holds today."""
        return self.facts.current_status


def sources() -> BasePageQuerySet:
    """Return the source pages of all cities."""
    return models.PartnerCityPage.objects.sources()


def all_cities(reader: Reader) -> list[CityCard]:
    """Return a card for every city, sorted by its name in the reader's language."""
    return city_cards(gather_one(sources(), reader), reader)


def city_cards(found: Iterable[Reading], reader: Reader) -> list[CityCard]:
    """Return cards for the given cities, sorted by name in the reader's language."""
    made = [CityCard(card.reading, card.picture) for card in cards(found, reader)]
    return sorted(made, key=lambda card: collation_key(card.title, reader.language.code))


def count(kind: str = "partnership", status: str = "") -> int:
    """Return how many cities there are of a kind of relation: with `status`, or with any status but ended."""
    cities = sources().filter(relation=kind).only("pk")
    states = []
    for city in with_children(cities, models.PartnerCityPage, ["status_periods"]):
        keep_children(city, city, ["status_periods"])
        states.append(city.current_status)
    return sum(state == status if status else state != Status.ENDED for state in states)
