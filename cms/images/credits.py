"""Where the credit line of a picture comes from."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.images.licences import ADDRESSES, TELLS_LICENCE, Licence

if TYPE_CHECKING:
    from cms.images.models import CustomImage

PLACEHOLDERS = frozenset(
    {"n/a", "na", "none", "nil", "null", "tbd", "todo", "xxx", "test", "unknown", "unnamed"}
    | {"unbekannt", "anonym", "keine", "kein", "ohne", "inconnu"}
)


@dataclass(frozen=True)
class CreditPart:
    """One piece of a credit: what it is (`title`, `author`, `licence` …), its words, and its address or ""."""

    kind: str
    text: str
    url: str = ""


def validate_credit(text: str) -> None:
    """Refuse a credit that names nobody: punctuation only, a filler word, or a line cut off after its separator."""
    words = text.strip()
    if not words:
        return
    cut_off = re.search(r"[-–—/|,:]$", words)
    if cut_off or words.casefold() in PLACEHOLDERS or not re.search(r"\w", words):
        raise ValidationError(
            _("“%(text)s” names nobody. Give the author, the agency or the source in full."),
            code="placeholder",
            params={"text": words},
        )


def names_somebody(text: str) -> bool:
    """Return whether `text` is a credit rather than nothing or a placeholder."""
    try:
        validate_credit(text)
    except ValidationError:
        return False
    return bool(text.strip())


def has_credit(image: "CustomImage", own_credit: str = "") -> bool:
    """Return whether the picture may be published as far as its credit goes.

    `own_credit` is the credit given for one use. A recorded reason why no credit is due counts too.
    """
    if image.no_credit_reason or names_somebody(own_credit):
        return True
    return names_somebody(image.author) or names_somebody(image.agency)


def credit_parts(image: "CustomImage", own_credit: str = "") -> list[CreditPart]:
    """Return the parts of the credit line in reading order; the caller joins them under the locale's label.

    The name part follows the agency's pattern or is "author/agency". Title, source, licence and changes follow
    where the licence asks for them (Creative Commons 4.0, section 3(a)).
    """
    if own_credit:
        return [CreditPart("author", own_credit)]
    if image.no_credit_reason and not (image.author or image.agency):
        return []
    tells = image.licence in TELLS_LICENCE
    parts = [CreditPart("title", image.title)] if tells else []
    parts.append(CreditPart("author", _name(image), image.source_url))
    if tells:
        parts.append(CreditPart("licence", Licence(image.licence).label, licence_address(image)))
        if image.changes:
            parts.append(CreditPart("changes", image.changes))
    if image.depicted_work_credit:
        parts.append(CreditPart("depicted_work", image.depicted_work_credit))
    return parts


def licence_address(image: "CustomImage") -> str:
    """Return the address of the licence's text: the picture's own, else the licence's canonical one, else ""."""
    return image.licence_url or ADDRESSES.get(image.licence, "")


def _name(image: "CustomImage") -> str:
    if image.credit_pattern:
        return image.credit_pattern.replace("{author}", image.author).replace("{agency}", image.agency).strip()
    return "/".join(part for part in (image.author, image.agency) if part)
