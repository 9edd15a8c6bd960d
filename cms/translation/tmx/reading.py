"""Reading TMX: what each unit of a file says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.limits import MEGABYTE, MOST_BYTES
from cms.translation.exchange.parsing import parse
from cms.translation.exchange.xml import Node
from cms.translation.models import MemoryEntry
from cms.translation.tmx.dates import read
from cms.translation.tmx.export import ORIGIN, PAGE, TOOL

ANY = "*all*"
"""The source language of a file in which every text may be the source of every other."""


@dataclass(frozen=True)
class FoundUnit:
    """One `<tu>`: its `<seg>` elements by language tag, and what is known of its making.

    `source_code` is the tag of the source language, or ANY.
    """

    line: int
    source_code: str
    segments: dict[str, Node]
    origin: str
    tool: str
    used_in: UUID | None
    created_at: datetime
    changed_at: datetime


def units_in(data: bytes) -> Iterator[FoundUnit]:
    """Yield the units of a TMX file in their order. Raises Unreadable where it is none, before anything is yielded."""
    if len(data) > MOST_BYTES:
        sentence = _("The file is larger than %(most)d MB. Export the memory in smaller parts.")
        raise Unreadable(sentence % {"most": MOST_BYTES // MEGABYTE})
    root = parse(data, may_name_document_type=True)
    body = root.first("body")
    if root.name != "tmx" or body is None:
        raise Unreadable(_("This is no TMX file. Export the memory as TMX 1.4 and hand that in."), root.line)
    header = root.first("header") or Node("header")
    return (_unit(unit, header) for unit in body.nodes("tu"))


def _unit(unit: Node, header: Node) -> FoundUnit:
    now = timezone.now()
    variants = list(unit.nodes("tuv"))
    created = _moment("creationdate", [unit, *variants, header], now) or now
    props = {prop.attributes.get("type"): prop.text.strip() for prop in unit.nodes("prop")}
    return FoundUnit(
        line=unit.line,
        source_code=unit.attributes.get("srclang") or header.attributes.get("srclang") or ANY,
        segments={_language(one): segment for one in variants if (segment := one.first("seg")) is not None},
        origin=MemoryEntry.Origin.PERSON if props.get(ORIGIN) == "person" else MemoryEntry.Origin.IMPORT,
        tool=_tool([unit, *variants, header]),
        used_in=_key(props.get(PAGE, "")),
        created_at=created,
        changed_at=_moment("changedate", [unit, *variants, header], now) or created,
    )


def _language(variant: Node) -> str:
    """Return the language of a `<tuv>`; TMX before 1.4 has no prefix at the attribute."""
    return variant.attributes.get("xml:lang") or variant.attributes.get("lang", "")


def _moment(name: str, places: list[Node], latest: datetime) -> datetime | None:
    moments = (read(place.attributes[name], latest) for place in places if name in place.attributes)
    return next(filter(None, moments), None)


def _tool(places: list[Node]) -> str:
    names = (place.attributes.get("creationtool", "").strip() for place in places)
    tool = next(filter(None, names), "")
    most = MemoryEntry._meta.get_field("tool").max_length
    return "" if tool == TOOL else tool[:most]


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
