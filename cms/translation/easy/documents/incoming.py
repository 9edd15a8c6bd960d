"""What a returned document makes of a page: its fields as they would be, and what is not taken."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from cms.translation.easy.documents.fields import (
    HEADING,
    TEXT,
    fields_of,
    is_rich,
    is_stream,
    main_stream,
)
from cms.translation.easy.documents.links import known_links, restored
from cms.translation.easy.documents.outgoing import describe
from cms.translation.easy.documents.parts import BLOCK, END, Kind, Part
from cms.translation.easy.documents.received import Received
from cms.translation.easy.documents.rich_text import html_of
from cms.translation.texts.placeholders import tokens

NOTE = "note"
LONGEST_TITLE = LONGEST_HEADING = 255


@dataclass
class Proposal:
    """The values a page would get, as they are stored, and sentences on what is left out or changed."""

    values: dict[str, Any] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def proposal_for(page: Any, received: Received) -> Proposal:
    """Return what the specific page, a draft, would become. Fields that the document does not name stay."""
    proposal = Proposal(remarks=list(received.left_out))
    sections = _Sections(page, proposal)
    sections.sort(received.parts)
    if sections.title:
        proposal.values["title"] = sections.title
    for name, parts in sections.found.items():
        proposal.values[name] = _value(page, name, parts, proposal)
    proposal.remarks += _lost_values(page, proposal)
    return proposal


def apply(page: Any, values: dict[str, Any]) -> None:
    """Give the specific page these values."""
    for name, value in values.items():
        is_a_stream = name != "title" and is_stream(type(page), name)
        setattr(page, name, _stored(page, name, value) if is_a_stream else value)


def _stored(page: Any, name: str, value: list[dict[str, Any]]) -> Any:
    return page._meta.get_field(name).stream_block.to_python(value)


class _Sections:
    """Sorts the parts of a document by the fields of a page, and finds its title."""

    def __init__(self, page: Any, proposal: Proposal) -> None:
        self.known, self.current = fields_of(type(page)), main_stream(type(page))
        self.proposal = proposal
        self.title = ""
        self.found: dict[str, list[Part]] = {}

    def sort(self, parts: list[Part]) -> None:
        """Take the parts up to the line that ends them."""
        for part in takewhile(lambda part: part.marker != END, parts):
            if part.marker and not part.marker.startswith(BLOCK):
                self._change_field(part)
            elif _is_title(part) and not self.title:
                self._take_title(part)
            elif self.current:
                self.found.setdefault(self.current, []).append(part)
            else:
                self.remark(_("There is no place for “%(text)s…” on this page."), part)

    def remark(self, sentence: str, part: Part) -> None:
        """Add a sentence that names the part."""
        self.proposal.remarks.append(sentence % {"text": part.line[:60]})

    def _change_field(self, part: Part) -> None:
        if part.marker in self.known:
            self.current = part.marker
            self.found.setdefault(self.current, [])
        elif part.marker != NOTE:
            self.remark(_("The line “%(text)s” names no part of this page."), part)

    def _take_title(self, part: Part) -> None:
        self.title = part.line[:LONGEST_TITLE]
        if len(part.line) > LONGEST_TITLE:
            self.remark(_("The title was too long and was cut: “%(text)s…”."), part)


def _is_title(part: Part) -> bool:
    return part.kind == Kind.TITLE or (part.kind == Kind.HEADING and part.level == 1)


def _value(page: Any, name: str, parts: list[Part], proposal: Proposal) -> Any:
    present = getattr(page, name)
    if is_stream(type(page), name):
        return list(_Stream(present, proposal).blocks(parts))
    if is_rich(type(page), name):
        return restored(html_of(_texts_only(parts, proposal)), known_links([present or ""]))
    text = "\n".join(part.text for part in _texts_only(parts, proposal))
    longest = page._meta.get_field(name).max_length
    if longest and len(text) > longest:
        proposal.remarks.append(_("“%(text)s…” was too long for its place and was cut.") % {"text": text[:60]})
        return text[:longest]
    return text


def _texts_only(parts: list[Part], proposal: Proposal) -> list[Part]:
    """Return parts without lines that name blocks, of which this field can hold none."""
    for part in parts:
        if part.marker:
            proposal.remarks.append(_("“%(line)s” cannot stand in this place.") % {"line": part.line[:80]})
    return [part for part in parts if not part.marker]


class _Stream:
    """Makes the blocks of a stream, with the ids of those it had, so that comparing versions shows what changed."""

    def __init__(self, present: Any, proposal: Proposal) -> None:
        self.proposal = proposal
        self.others = {block.id: block for block in present if block.block_type not in (HEADING, TEXT)}
        self.ids = {kind: [block.id for block in present if block.block_type == kind] for kind in (HEADING, TEXT)}
        self.known = known_links([block.value.source for block in present if block.block_type == TEXT])

    def blocks(self, parts: list[Part]) -> Iterator[dict[str, Any]]:
        """Yield the blocks in the order of the document."""
        texts: list[Part] = []
        for part in parts:
            is_heading = part.kind in (Kind.HEADING, Kind.TITLE) and len(part.line) <= LONGEST_HEADING
            if not is_heading and not part.marker:
                texts.append(part)
                continue
            yield from self._text(texts)
            texts = []
            yield from self._other(part) if part.marker else [self._heading(part)]
        yield from self._text(texts)
        for block in self.others.values():
            sentence = _("The document does not name “%(block)s”: it is not in the new draft. Put it in by hand.")
            self.proposal.remarks.append(sentence % {"block": describe(block)})

    def _heading(self, part: Part) -> dict[str, Any]:
        value = {"text": part.line, "level": "h3" if part.level > 2 else "h2"}
        return {"type": HEADING, "value": value, "id": self._id(HEADING)}

    def _text(self, parts: list[Part]) -> Iterator[dict[str, Any]]:
        if parts:
            html = restored(html_of([_as_text(part) for part in parts]), self.known)
            yield {"type": TEXT, "value": html, "id": self._id(TEXT)}

    def _other(self, part: Part) -> Iterator[dict[str, Any]]:
        block = self.others.pop(part.marker.removeprefix(BLOCK), None)
        if block is None:
            sentence = _("“%(line)s” is not on this page, or stands twice in the document. It was left out.")
            self.proposal.remarks.append(sentence % {"line": part.line[:80]})
        else:
            yield block.get_prep_value()

    def _id(self, kind: str) -> str:
        return self.ids[kind].pop(0) if self.ids[kind] else str(uuid4())


def _as_text(part: Part) -> Part:
    """Return a part that stands in rich text: a heading too long for its block becomes a paragraph."""
    return Part(Kind.PARAGRAPH, part.runs) if part.kind in (Kind.HEADING, Kind.TITLE) else part


def _lost_values(page: Any, proposal: Proposal) -> Iterator[str]:
    """Yield a sentence for each computed value that a field loses."""
    for name, value in proposal.values.items():
        present = getattr(page, name)
        before = str(present.get_prep_value()) if hasattr(present, "get_prep_value") else str(present)
        for token in tokens(before) - tokens(str(value)):
            yield _("“%(token)s” is missing now. It stands for a number that the site counts: write it again.") % {
                "token": token
            }
