"""Reading XLIFF 2.0 and 2.1 as tools give it back."""

from collections.abc import Callable, Iterator
from datetime import datetime

from cms.translation.exchange.codes_reading import CodesReader
from cms.translation.exchange.faults import BrokenMarkup
from cms.translation.exchange.incoming import IncomingFile, IncomingUnit, key_in, least, moment_of
from cms.translation.exchange.inline import html_of, marks_in
from cms.translation.exchange.outgoing import State
from cms.translation.exchange.xliff20 import AS_OF, CATEGORY, decoded
from cms.translation.exchange.xml import Node, has_content

STATES = {
    "initial": State.UNTRANSLATED,
    "translated": State.TRANSLATED,
    "reviewed": State.TRANSLATED,
    "final": State.FINAL,
}


def read(root: Node, name: str) -> Iterator[IncomingFile]:
    """Yield what each `<file>` says."""
    for file in root.nodes("file"):
        yield IncomingFile(
            name=name,
            line=file.line,
            key=key_in(file.attributes.get("original"), file.attributes.get("id")),
            source_code=root.attributes.get("srcLang", ""),
            target_code=root.attributes.get("trgLang", ""),
            as_of=_as_of(file),
            units=tuple(_unit(unit) for unit in file.deep("unit") if unit.attributes.get("translate") != "no"),
        )


def _as_of(file: Node) -> datetime | None:
    notes = (note for group in file.nodes("notes") for note in group.nodes("note"))
    return next((moment_of(note.text) for note in notes if note.attributes.get("category") == AS_OF), None)


def _unit(unit: Node) -> IncomingUnit:
    parts = list(unit.nodes("segment", "ignorable"))
    segments = [part for part in parts if part.name == "segment"]
    fault, pieces = "", ()
    source_pieces = _Codes.pieces_or_none(part.first("source") for part in parts)
    known = {mark.id: mark.equivalent for mark in marks_in(source_pieces or ())}
    is_begun = any(has_content(segment.first("target")) for segment in segments)
    try:
        pieces = _Codes.pieces(_targets(parts), known) if is_begun else ()
    except BrokenMarkup as error:
        fault = str(error)
    return IncomingUnit(
        id=decoded(unit.attributes.get("id", "")),
        path=unit.attributes.get("name", ""),
        line=unit.line,
        source=None if source_pieces is None else html_of(source_pieces),
        target=html_of(pieces),
        state=least(_state(segment) for segment in segments),
        notes=tuple(_notes(unit)),
        fault=fault,
    )


def _state(segment: Node) -> State | None:
    """Return how far a segment is; one without target is not translated, unless nothing in it could be."""
    if not has_content(segment.first("target")) and has_content(segment.first("source")):
        return State.UNTRANSLATED
    return STATES.get(segment.attributes.get("state", ""))


def _targets(parts: list[Node]) -> list[Node | None]:
    """Return the targets in the order they are to be read in; where a part has none, its source stands for it."""
    places = {}
    for number, part in enumerate(parts, start=1):
        target = part.first("target")
        order = target.attributes.get("order", "") if target else ""
        places[number] = (int(order) if order.isdecimal() else number, target or part.first("source"))
    return [target for _place, target in sorted(places.values(), key=lambda one: one[0])]


def _notes(unit: Node) -> Iterator[str]:
    """Yield what translators noted; some tools write notes into the segment."""
    for note in unit.deep("note"):
        if not note.attributes.get("category", "").startswith(CATEGORY):
            yield note.text


class _Codes(CodesReader):
    """The inline elements of XLIFF 2."""

    def ways(self) -> dict[str, Callable[[Node], None]]:
        """Return what to do with each."""
        return {
            "pc": lambda code: self.around(code, _id(code)),
            "ph": lambda code: self.assembly.mark(_id(code), code.attributes.get("equiv", "")),
            "sc": lambda code: self.begin(_id(code), code.attributes.get("id", "")),
            "ec": lambda code: self.end(code.attributes.get("startRef", _id(code))),
            "cp": lambda code: self.assembly.text(_sign(code)),
            "mrk": self.feed,
            "sm": lambda _code: None,
            "em": lambda _code: None,
        }


def _id(code: Node) -> str:
    """Return our id of a code; a copy has a new one and names ours."""
    return code.attributes.get("copyOf", code.attributes.get("id", ""))


def _sign(code: Node) -> str:
    try:
        sign = chr(int(code.attributes.get("hex", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= sign <= "\udfff" else sign
