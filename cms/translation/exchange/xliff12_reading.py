"""Reading XLIFF 1.2 as tools give it back."""

from collections.abc import Callable, Iterator

from cms.translation.exchange.codes_reading import CodesReader
from cms.translation.exchange.faults import BrokenMarkup
from cms.translation.exchange.incoming import IncomingFile, IncomingUnit, key_in, least, moment_of
from cms.translation.exchange.inline import Piece, html_of, marks_in, text_of
from cms.translation.exchange.outgoing import State
from cms.translation.exchange.xliff12 import SENDER
from cms.translation.exchange.xml import Node, has_content

STATES = {
    "new": State.UNTRANSLATED,
    "needs-translation": State.UNTRANSLATED,
    "needs-adaptation": State.DRAFT,
    "needs-l10n": State.DRAFT,
    "needs-review-translation": State.DRAFT,
    "needs-review-adaptation": State.DRAFT,
    "needs-review-l10n": State.DRAFT,
    "translated": State.TRANSLATED,
    "final": State.FINAL,
    "signed-off": State.FINAL,
}
MACHINE = {"leveraged-mt", "mt-suggestion"}


def read(root: Node, name: str) -> Iterator[IncomingFile]:
    """Yield what each `<file>` says."""
    for file in root.nodes("file"):
        yield IncomingFile(
            name=name,
            line=file.line,
            key=key_in(file.attributes.get("original")),
            source_code=file.attributes.get("source-language", ""),
            target_code=file.attributes.get("target-language", ""),
            as_of=moment_of(file.attributes.get("date", "")),
            units=tuple(_unit(unit) for unit in file.deep("trans-unit") if unit.attributes.get("translate") != "no"),
        )


def _unit(unit: Node) -> IncomingUnit:
    source, target = unit.first("source"), unit.first("target")
    fault, pieces = "", ()
    source_pieces = _Codes.pieces_or_none([source])
    known = {mark.id: mark.equivalent for mark in marks_in(source_pieces or ())}
    try:
        pieces = _Codes.pieces([_spaced(target, unit.first("seg-source"))], known) if target else ()
    except BrokenMarkup as error:
        fault = str(error)
    return IncomingUnit(
        id=unit.attributes.get("id", ""),
        path=unit.attributes.get("resname", ""),
        line=unit.line,
        source=None if source is None or source_pieces is None else html_of(source_pieces),
        target=html_of(pieces),
        state=_state(unit, target, pieces),
        is_machine=target is not None and target.attributes.get("state-qualifier") in MACHINE,
        notes=tuple(note.text for note in unit.nodes("note") if note.attributes.get("from") != SENDER),
        fault=fault,
    )


def _state(unit: Node, target: Node | None, pieces: tuple[Piece, ...]) -> State | None:
    if target is None:
        return State.UNTRANSLATED
    said = STATES.get(target.attributes.get("state", ""))
    if said is None and unit.attributes.get("approved") == "yes":
        said = State.FINAL
    is_partial = bool(text_of(pieces).strip()) and any(not has_content(one) for one in _segments(target))
    return least([said, State.UNTRANSLATED if is_partial else None])


def _segments(target: Node) -> Iterator[Node]:
    return (one for one in target.deep("mrk") if _is_segment(one))


def _spaced(target: Node, segmented: Node | None) -> Node:
    """Return the target with the spaces between its segments, which some tools keep in `<seg-source>` only."""
    if segmented is None:
        return target
    gaps = _gaps(segmented)
    children: list[Node | str] = []
    for child in target.children:
        if children and _is_segment(child) and _is_segment(children[-1]):
            children.append(gaps.get(children[-1].attributes.get("mid", ""), ""))
        children.append(child)
    return Node(target.name, target.attributes, children, target.namespace, target.line)


def _gaps(segmented: Node) -> dict[str, str]:
    pairs = zip(segmented.children, segmented.children[1:], strict=False)
    return {
        before.attributes.get("mid", ""): after
        for before, after in pairs
        if _is_segment(before) and isinstance(after, str)
    }


def _is_segment(child: Node | str) -> bool:
    return isinstance(child, Node) and child.name == "mrk" and child.attributes.get("mtype") == "seg"


class _Codes(CodesReader):
    """The inline elements of XLIFF 1.2."""

    def ways(self) -> dict[str, Callable[[Node], None]]:
        """Return what to do with each."""
        return {
            "g": lambda code: self.around(code, _id(code)),
            "x": self._mark,
            "ph": self._mark,
            "mrk": self.feed,
            "bx": self._begin,
            "bpt": self._begin,
            "ex": self._end,
            "ept": self._end,
            "it": lambda code: self._begin(code) if code.attributes.get("pos") == "open" else self._end(code),
        }

    def _mark(self, code: Node) -> None:
        self.assembly.mark(_id(code), code.attributes.get("equiv-text", ""))

    def _begin(self, code: Node) -> None:
        self.begin(_id(code), code.attributes.get("rid", _id(code)))

    def _end(self, code: Node) -> None:
        self.end(code.attributes.get("rid", _id(code)))


def _id(code: Node) -> str:
    return code.attributes.get("id", "")
