"""Which fields of a page travel in a document: plain texts, and streams that hold headings and rich text."""

from typing import Any

from django.db.models import CharField, TextField
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import TranslatableField

from cms.core.blocks.text import HeadingBlock, TextRichBlock
from cms.translation.easy.statements import FOR_ENGINES

HEADING, TEXT = "heading", "rich_text"


def fields_of(model: type[Any]) -> list[str]:
    """Return the names of the fields that travel, but for the title."""
    names = [field.field_name for field in model.translatable_fields if isinstance(field, TranslatableField)]
    return [name for name in names if name != "title" and name not in FOR_ENGINES and _travels(model, name)]


def is_stream(model: type[Any], name: str) -> bool:
    """Return whether the field is a stream of headings and texts."""
    field = model._meta.get_field(name)
    blocks = field.stream_block.child_blocks if isinstance(field, StreamField) else {}
    return isinstance(blocks.get(HEADING), HeadingBlock) and isinstance(blocks.get(TEXT), TextRichBlock)


def is_rich(model: type[Any], name: str) -> bool:
    """Return whether the field is rich text."""
    return isinstance(model._meta.get_field(name), RichTextField)


def label_of(model: type[Any], name: str) -> str:
    """Return the name of a field for people, in the active language."""
    label = str(model._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def main_stream(model: type[Any]) -> str:
    """Return the field that takes texts before which no field is named, "" where there is none."""
    return next((name for name in fields_of(model) if is_stream(model, name)), "")


def _travels(model: type[Any], name: str) -> bool:
    return is_stream(model, name) or isinstance(model._meta.get_field(name), CharField | TextField)
