"""Writing XLIFF 1.2, the format that translation tools open best (OASIS standard of 2008)."""

from collections.abc import Iterable

from cms.translation.exchange.inline import BREAK, COUNT, PLAIN_LINK, Paired, Piece, Text, pieces_of
from cms.translation.exchange.outgoing import Note, OutgoingFile, OutgoingUnit, State
from cms.translation.exchange.xml import Node, document, node

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
SENDER = "site"
"""Whom our notes are from; translators' own have another name or none."""

STATES = {
    State.UNTRANSLATED: "needs-translation",
    State.DRAFT: "needs-review-translation",
    State.TRANSLATED: "translated",
    State.FINAL: "final",
}
KINDS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "a": "link", PLAIN_LINK: "link"}
STANDING_KINDS = {BREAK: "lb", COUNT: "x-count"}


def write(file: OutgoingFile) -> bytes:
    """Return the file."""
    header = node("header", *(_note(note) for note in file.notes))
    body = node("body", *(_unit(unit, file) for unit in file.units))
    inner = node(
        "file",
        header,
        body,
        original=file.original,
        source_language=file.source_code,
        target_language=file.target_code,
        datatype="html",
        date=file.moment,
    )
    return document(node("xliff", inner, version="1.2", xmlns=NAMESPACE))


def _unit(unit: OutgoingUnit, file: OutgoingFile) -> Node:
    former = _former(unit, file) if unit.previous_target else None
    return node(
        "trans-unit",
        node("source", *inline(pieces_of(unit.source)), xml_lang=file.source_code),
        _target(unit, file),
        *(_note(note) for note in unit.notes),
        former,
        id=unit.id,
        resname=unit.path,
        xml_space="preserve",
        approved="yes" if unit.state == State.FINAL else None,
        maxwidth=str(unit.max_length) if unit.max_length else None,
        size_unit="char" if unit.max_length else None,
    )


def _target(unit: OutgoingUnit, file: OutgoingFile) -> Node:
    qualifier = "leveraged-mt" if unit.is_machine else "exact-match" if unit.state == State.DRAFT else None
    return node(
        "target",
        *inline(pieces_of(unit.target)),
        xml_lang=file.target_code,
        state=STATES[unit.state],
        state_qualifier=qualifier,
    )


def _former(unit: OutgoingUnit, file: OutgoingFile) -> Node:
    return node(
        "alt-trans",
        node("source", *inline(pieces_of(unit.previous_source)), xml_lang=file.source_code),
        node("target", *inline(pieces_of(unit.previous_target)), xml_lang=file.target_code),
        alttranstype="previous-version",
        origin=SENDER,
    )


def _note(note: Note) -> Node:
    return node("note", note.text, from_=SENDER)


def inline(pieces: Iterable[Piece]) -> list[Node | str]:
    """Return inline elements of XLIFF 1.2."""
    return [_inline(piece) for piece in pieces]


def _inline(piece: Piece) -> Node | str:
    if isinstance(piece, Text):
        return piece.text
    if isinstance(piece, Paired):
        is_link = piece.name in ("a", PLAIN_LINK)
        kind = KINDS.get(piece.name, f"x-{piece.name}")
        return node("g", *inline(piece.pieces), id=piece.id, ctype=kind, clone="no" if is_link else None)
    kind = STANDING_KINDS.get(piece.name, f"x-{piece.name}")
    clone = None if piece.name == BREAK else "no"
    return node("x", id=piece.id, ctype=kind, equiv_text=piece.equivalent, clone=clone)
