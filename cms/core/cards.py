"""Pages in lists: a reading with the picture it is known by."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cms.core.languages import Language
from cms.core.pictures import Pictures, pictures_for
from cms.core.privacy import may_be_shown
from cms.core.reader import Reader
from cms.core.resolver import Reading
from cms.images.credits import CreditPart, credit_parts
from cms.images.models import CustomImage
from cms.images.roles import CARD


@dataclass(frozen=True)
class CardPicture:
    """The lead picture of a page, resolved when it is shown: the image, its alt text in the page's language."""

    image_id: int
    alt_text: str
    own_credit: str
    shelf: Pictures

    @property
    def image(self) -> CustomImage | None:
        """Return the image, or None where it was deleted."""
        return self.shelf.image(self.image_id)

    @property
    def is_shown(self) -> bool:
        """Return whether readers are shown it: there is an image, today there are rights to it, it is not private."""
        return bool(self.image and may_be_shown(self.image))

    @property
    def caption(self) -> str:
        """Return "": captions stand on the page itself."""
        return ""

    @property
    def credit_parts(self) -> list[CreditPart]:
        """Return the parts of the credit line, none where the picture is not shown."""
        return credit_parts(self.image, self.own_credit) if self.is_shown else []


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
        """Return the introduction in the language of `language`, "" where there is none that may be shown."""
        return self.reading.intro

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
    """Return a card for each reading. All their pictures together cost two queries, when the first one is shown."""
    shelf = pictures_for(reader)
    made = [Card(reading, _picture(reading.words, shelf)) for reading in found]
    shelf.want([card.picture.image_id for card in made if card.picture], CARD)
    return made


def _picture(words: Any, shelf: Pictures) -> CardPicture | None:
    raw = _raw_picture(words)
    if raw is None:
        return None
    stored = raw["picture"]
    alt_text = "" if stored.get("decorative") else stored.get("alt_text") or ""
    return CardPicture(stored["image"], alt_text, raw.get("credit") or "", shelf)


def _raw_picture(words: Any) -> dict[str, Any] | None:
    """Return the stored value of the lead picture without resolving it, which would cost a query for each page."""
    stream = getattr(words, "lead_picture", None)
    if not stream or not len(stream.raw_data):
        return None
    value = stream.raw_data[0]["value"]
    return value if value and value.get("picture") and value["picture"].get("image") else None
