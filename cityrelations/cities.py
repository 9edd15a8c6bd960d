"""Lists of partner cities."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cityrelations import models
from cityrelations.status import Status
from cms.core.cards import Card, cards
from cms.core.formats.collation import collation_key
from cms.core.querysets import BasePageQuerySet
from cms.core.reader import Reader
from cms.core.resolver import readings


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
    """Return the source pages of all cities with what lists of them need."""
    return models.PartnerCityPage.objects.sources().prefetch_related("agreements", "status_periods")


def all_cities(reader: Reader) -> list[CityCard]:
    """Return a card for every city, sorted by its name in the reader's language."""
    return city_cards(sources(), reader)


def city_cards(found: Iterable[Any], reader: Reader) -> list[CityCard]:
    """Return cards for the given source pages, sorted by name in the reader's language."""
    made = [CityCard(card.reading, card.picture) for card in cards(readings(found, reader), reader)]
    return sorted(made, key=lambda card: collation_key(card.title, reader.language.code))


def count(kind: str = "partnership", status: str = "") -> int:
    """Return how many cities there are of a kind of relation: with `status`, or with any status but ended."""
    found = models.PartnerCityPage.objects.sources().filter(relation=kind).prefetch_related("status_periods")
    states = [city.current_status for city in found]
    return sum(state == status if status else state != Status.ENDED for state in states)
