"""Writing XLIFF 2.0, core elements only (OASIS standard of 2014)."""

import re
from collections.abc import Iterable

from cms.translation.exchange.inline import BREAK, COUNT, PLAIN_LINK, Paired, Piece, Text, pieces_of
from cms.translation.exchange.outgoing import Note, OutgoingFile, OutgoingUnit, State
from cms.translation.exchange.xml import Node, document, node

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
CATEGORY = "site-"
"""How the categories of our notes begin; translators' own notes have others or none."""
AS_OF = f"{CATEGORY}as-of"

STATES = {State.DRAFT: "initial", State.TRANSLATED: "translated", State.FINAL: "final"}
KINDS = {
    "b": ("fmt", "xlf:b"),
    "strong": ("fmt", "xlf:b"),
    "i": ("fmt", "xlf:i"),
    "em": ("fmt", "xlf:i"),
    "a": ("link", None),
    PLAIN_LINK: ("link", None),
    BREAK: ("fmt", "xlf:lb"),
    COUNT: ("ui", "xlf:var"),
}
OTHER = ("other", None)
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_ENCODED = re.compile(r":([0-9a-f]+):")


def write(file: OutgoingFile) -> bytes:
    """Return the file."""
    notes = [node("note", file.moment, category=AS_OF), *(_note(note) for note in file.notes)]
    inner = node(
        "file", node("notes", *notes), *(_unit(unit) for unit in file.units), id=f"f{file.key}", original=file.original
    )
    root = node("xliff", inner, xmlns=NAMESPACE, version="2.0", srcLang=file.source_code, trgLang=file.target_code)
    return document(root)


def encoded(unit_id: str) -> str:
    """Return an id as XLIFF 2 allows it (NMTOKEN): other signs become their number between colons."""
    return _UNSAFE.sub(lambda match: f":{ord(match[0]):x}:", unit_id)


def decoded(unit_id: str) -> str:
    """Return the id that was encoded."""
    return _ENCODED.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), unit_id)


def _unit(unit: OutgoingUnit) -> Node:
    target = node("target", *inline(pieces_of(unit.target))) if unit.target else None
    segment = node("segment", node("source", *inline(pieces_of(unit.source))), target, state=STATES.get(unit.state))
    notes = node("notes", *(_note(note) for note in unit.notes)) if unit.notes else None
    return node("unit", notes, segment, id=encoded(unit.id), name=unit.path, xml_space="preserve")


def _note(note: Note) -> Node:
    return node("note", note.text, category=f"{CATEGORY}{note.about}")


def inline(pieces: Iterable[Piece]) -> list[Node | str]:
    """Return inline elements of XLIFF 2.0."""
    return [_inline(piece) for piece in pieces]


def _inline(piece: Piece) -> Node | str:
    if isinstance(piece, Text):
        return piece.text
    kind, sub_kind = KINDS.get(piece.name, OTHER)
    if isinstance(piece, Paired):
        keep = "no" if kind == "link" else None
        return node("pc", *inline(piece.pieces), id=piece.id, type=kind, subType=sub_kind, canCopy=keep, canDelete=keep)
    keep = None if piece.name == BREAK else "no"
    shown = None if piece.name == BREAK else piece.equivalent
    return node(
        "ph",
        id=piece.id, type=kind, subType=sub_kind, equiv=piece.equivalent, disp=shown, canCopy=keep, canDelete=keep,
    )  # fmt: skip
