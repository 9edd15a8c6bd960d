"""Pages in lists: a reading with the picture it is known by."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cms.core.languages import Language
from cms.core.pictures import preload
from cms.core.reader import Reader
from cms.core.resolver import Reading
from cms.images.credits import CreditPart, credit_parts
from cms.images.models import CustomImage
from cms.images.roles import CARD


@dataclass(frozen=True)
class CardPicture:
    """The lead picture of a page: the image, its alt text in the page's language, its credit."""

    image: CustomImage
    alt_text: str
    credit_parts: list[CreditPart]


@dataclass(frozen=True)
class Card:
    """One page in a list."""

    reading: Reading
    picture: CardPicture | None

    @property
    def title(self) -> str:
        """Return the title in the language of `language`."""
        return self.reading.words.title

    @property
    def intro(self) -> str:
        """Return the introduction in the language of `language`, "" where the page type has none."""
        return getattr(self.reading.words, "intro", "")

    @property
    def facts(self) -> Any:
        """Return the source row."""
        return self.reading.facts

    @property
    def url(self) -> str:
        """Return the address for the reader."""
        return self.reading.url

    @property
    def language(self) -> Language:
        """Return the language of the words."""
        return self.reading.language


def cards(found: Iterable[Reading], reader: Reader) -> list[Card]:
    """Return a card for each reading; two queries for all pictures together."""
    found = list(found)
    raw = [_raw_picture(reading.words) for reading in found]
    images = CustomImage.objects.in_bulk({one["picture"]["image"] for one in raw if one})
    preload(images, [CARD], reader)
    return [Card(reading, _picture(one, images)) for reading, one in zip(found, raw, strict=True)]


def _raw_picture(words: Any) -> dict[str, Any] | None:
    """Return the stored value of the lead picture without resolving it, which would cost a query for each page."""
    stream = getattr(words, "lead_picture", None)
    if not stream or not len(stream.raw_data):
        return None
    value = stream.raw_data[0]["value"]
    return value if value and value.get("picture") and value["picture"].get("image") else None


def _picture(raw: dict[str, Any] | None, images: dict[int, CustomImage]) -> CardPicture | None:
    image = images.get(raw["picture"]["image"]) if raw else None
    if image is None:
        return None
    alt_text = "" if raw["picture"].get("decorative") else raw["picture"].get("alt_text") or ""
    return CardPicture(image, alt_text, credit_parts(image, raw.get("credit") or ""))
