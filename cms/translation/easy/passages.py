"""The texts of a page paragraph by paragraph, read from what is stored: pictures and pages are never looked up."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bs4 import BeautifulSoup, Tag
from wagtail.blocks import Block, CharBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import TranslatableField

from cms.translation.easy.statements import FOR_ENGINES
from cms.translation.texts.sentences import sentences

_BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")
_HEADINGS = {"title", "heading"}


@dataclass(frozen=True)
class Line:
    """One line of a paragraph: its text, and its HTML with inline tags."""

    markup: str
    text: str


@dataclass(frozen=True)
class Passage:
    """One paragraph, list item, heading or plain text of a page.

    `path` is the context path of its field or block, `field_path` the same with types of blocks. `markup` is HTML with
    inline tags; only rich text has any.
    """

    path: str
    field_path: str
    markup: str
    is_rich: bool
    language: str

    @property
    def is_heading(self) -> bool:
        """Return whether the text is a heading, which is no sentence and may be short of one."""
        steps = self.field_path.split(".")
        return steps[-1] in _HEADINGS or steps[-2:] == ["heading", "text"]

    @cached_property
    def lines(self) -> list[Line]:
        """Return the lines that hold text."""
        parts = ((part.strip(), plain(part)) for part in _BREAK.split(self.markup))
        return [Line(markup, text) for markup, text in parts if text]

    @cached_property
    def sentences(self) -> list[str]:
        """Return the sentences without tags."""
        return [sentence for line in self.lines for sentence in sentences_of(line, self.language)]

    @property
    def text(self) -> str:
        """Return the whole text without tags, its lines one below the other."""
        return "\n".join(line.text for line in self.lines)


def passages_of(page: Any, language: str) -> Iterator[Passage]:
    """Yield the passages of the specific page in the order of its fields; without a query."""
    for declared in page.translatable_fields:
        name = declared.field_name
        if isinstance(declared, TranslatableField) and name not in FOR_ENGINES:
            yield from _field(page, name, language)


def text_of(page: Any) -> str:
    """Return all words of the specific page, a line for each line of it."""
    return "\n".join(passage.text for passage in passages_of(page, page.locale.language_code) if passage.lines)


def sentences_of(line: Line, language: str) -> list[str]:
    """Return the sentences of a line without tags."""
    return [text for text in (plain(sentence.text) for sentence in sentences(line.markup, language)) if text]


def plain(markup: str) -> str:
    """Return HTML with inline tags as text."""
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def _field(page: Any, name: str, language: str) -> Iterator[Passage]:
    field, value = page._meta.get_field(name), getattr(page, name)
    if isinstance(field, StreamField):
        yield from _block(field.stream_block, list(value.raw_data), name, name, language)
    elif isinstance(field, RichTextField):
        yield from _rich(value or "", name, name, language)
    elif value:
        yield Passage(name, name, html.escape(str(value), quote=False), is_rich=False, language=language)


def _block(block: Block, raw: Any, path: str, field_path: str, language: str) -> Iterator[Passage]:
    if isinstance(block, StreamBlock):
        for item in raw or ():
            child = block.child_blocks.get(item["type"])
            below = (f"{path}.{item.get('id', '')}", f"{field_path}.{item['type']}")
            yield from _block(child, item["value"], *below, language) if child else ()
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            below = (f"{path}.{name}", f"{field_path}.{name}")
            yield from _block(child, (raw or {}).get(name) if isinstance(raw, dict) else None, *below, language)
    elif isinstance(block, RichTextBlock):
        yield from _rich(raw or "", path, field_path, language)
    elif isinstance(block, CharBlock | TextBlock) and not isinstance(block, ListBlock) and raw:
        yield Passage(path, field_path, html.escape(str(raw), quote=False), is_rich=False, language=language)


def _rich(source: str, path: str, field_path: str, language: str) -> Iterator[Passage]:
    for element in BeautifulSoup(source, "html.parser").find_all(["p", "li", "h2", "h3", "h4"]):
        markup = _own_markup(element)
        if markup.strip():
            yield Passage(path, field_path, markup, is_rich=True, language=language)


def _own_markup(element: Tag) -> str:
    """Return the HTML inside an element, without the lists that stand in it."""
    return "".join(str(child) for child in element.children if getattr(child, "name", None) not in ("ul", "ol"))
