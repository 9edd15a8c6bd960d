"""What a source page says, statement by statement: the list an author of a written page works through."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Field, ForeignKey
from django.utils.formats import localize
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.translation.easy.field_paths import field_path_of
from cms.translation.texts.places import place_of

FOR_ENGINES = {"seo_title", "search_description"}
"""Words that say nothing to readers of the page."""


class Kind(StrEnum):
    """What a statement is made of."""

    HEADING = "heading"
    TEXT = "text"
    PICTURE = "picture"
    FACT = "fact"


@dataclass(frozen=True)
class Statement:
    """One thing the source says: a heading, a paragraph, the alt text of a picture, or a fact.

    `path` is its context path, which several paragraphs of one block share; `place` names it in words.
    """

    path: str
    text: str
    kind: Kind
    place: str


def statements_of(page: Any) -> list[Statement]:
    """Return what the specific page says, in the order of the page, its facts last."""
    return [*_texts(page), *_facts(page)]


def _texts(page: Any) -> Iterator[Statement]:
    for segment in extract_segments(page):
        if not isinstance(segment, StringSegmentValue) or segment.path in FOR_ENGINES:
            continue
        text = segment.render_text().strip()
        if text:
            field_path = field_path_of(page, segment.path)
            yield Statement(segment.path, text, _kind(field_path), place_of(type(page), field_path))


def _kind(field_path: str) -> Kind:
    steps = field_path.split(".")
    if steps[-1] == "alt_text":
        return Kind.PICTURE
    is_heading = steps == ["title"] or steps[-1] == "heading" or steps[-2:] == ["heading", "text"]
    return Kind.HEADING if is_heading else Kind.TEXT


def _facts(page: Any) -> Iterator[Statement]:
    """Yield the facts that hold a value of their own; rows and relations stand on the page without being written."""
    for name in page.fact_names:
        field = page._meta.get_field(name)
        value = _value(page, field) if isinstance(field, Field) else ""
        if value:
            label = str(field.verbose_name)
            yield Statement(name, value, Kind.FACT, label[:1].upper() + label[1:])


def _value(page: Any, field: Field) -> str:
    value = getattr(page, field.name)
    if value in (None, "", False):
        return ""
    if isinstance(field, ForeignKey):
        return str(value)
    return str(getattr(page, f"get_{field.name}_display")()) if field.choices else str(localize(value))
