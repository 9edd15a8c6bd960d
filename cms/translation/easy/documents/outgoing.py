"""A written page as the parts of a document: its texts to be worked on, then what the source says, to be read."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.core.raw_streams import leaves
from cms.translation.easy.documents.fields import HEADING, TEXT, fields_of, is_rich, is_stream, label_of
from cms.translation.easy.documents.links import address_of
from cms.translation.easy.documents.parts import BLOCK, END, Kind, Part, Run, marker
from cms.translation.easy.documents.rich_text import parts_of
from cms.translation.easy.languages import source_of
from cms.translation.easy.statements import Kind as StatementKind
from cms.translation.easy.statements import statements_of

LONGEST_NOTE = 60


def parts_of_page(page: Any) -> list[Part]:
    """Return the parts of the specific page, a draft or not, in the active language for people."""
    return [*_own(page), *_source(page)]


def _own(page: Any) -> Iterator[Part]:
    yield Part(Kind.TITLE, (Run(page.title),))
    yield _note(_("Please leave the lines in double square brackets as they are: they say where each text belongs."))
    for name in fields_of(type(page)):
        yield marker(name, label_of(type(page), name))
        value = getattr(page, name)
        if is_stream(type(page), name):
            yield from _stream(value)
        elif is_rich(type(page), name):
            yield from parts_of(value or "", address_of)
        else:
            yield from (_paragraph(line) for line in str(value or "").splitlines() if line.strip())


def _stream(value: Any) -> Iterator[Part]:
    for block in value:
        if block.block_type == HEADING:
            level = 3 if block.value["level"] == "h3" else 2
            yield Part(Kind.HEADING, (Run(block.value["text"]),), level)
        elif block.block_type == TEXT:
            yield from parts_of(block.value.source, address_of)
        else:
            yield marker(f"{BLOCK}{block.id}", describe(block))


def describe(block: Any) -> str:
    """Return what a block is that does not travel, for people: its label and its first words."""
    texts = (str(text) for _name, text in leaves(block.get_prep_value()["value"]) if isinstance(text, str))
    words = next((text for text in texts if " " in text and not text.startswith("<")), "")
    short = words if len(words) <= LONGEST_NOTE else f"{words[:LONGEST_NOTE].rstrip()}…"
    return f"{block.block.label}: {short}" if short else str(block.block.label)


def _source(page: Page) -> Iterator[Part]:
    source = source_of(page)
    if source is None or source.pk == page.pk:
        return
    yield marker(END, _("From here on for reading only: what the source says"))
    for statement in statements_of(source.specific):
        if statement.kind == StatementKind.HEADING:
            yield Part(Kind.HEADING, (Run(statement.text),), 2)
        elif statement.kind == StatementKind.FACT:
            yield _paragraph(f"{statement.place}: {statement.text}")
        else:
            yield _paragraph(statement.text)


def _paragraph(text: str) -> Part:
    return Part(Kind.PARAGRAPH, (Run(text),))


def _note(text: str) -> Part:
    return marker("note", text)
