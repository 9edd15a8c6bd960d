"""What a document would make of a page, for people to look at before it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from cms.translation.easy.documents.fields import HEADING, TEXT, is_rich, is_stream, label_of
from cms.translation.easy.documents.outgoing import describe


@dataclass(frozen=True)
class PreviewedField:
    """A field with its new content as HTML."""

    label: str
    html: SafeString


def preview_of(page: Any, values: dict[str, Any]) -> list[PreviewedField]:
    """Return the fields that change, in the order of the document."""
    model = type(page)
    return [
        PreviewedField(_("Title") if name == "title" else label_of(model, name), _html(page, name, value))
        for name, value in values.items()
    ]


def _html(page: Any, name: str, value: Any) -> SafeString:
    model = type(page)
    if name != "title" and is_stream(model, name):
        stream = model._meta.get_field(name).stream_block.to_python(value)
        return format_html_join("", "{}", ((html,) for html in _blocks(stream)))
    if name != "title" and is_rich(model, name):
        return _rich(value)
    return mark_safe(linebreaks(value, autoescape=True))  # noqa: S308 - escaped


def _blocks(stream: Any) -> Iterator[SafeString]:
    for block in stream:
        if block.block_type == HEADING:
            level = "h4" if block.value["level"] == "h3" else "h3"
            yield format_html("<{level}>{text}</{level}>", level=mark_safe(level), text=block.value["text"])  # noqa: S308
        elif block.block_type == TEXT:
            yield _rich(block.value.source)
        else:
            yield format_html('<p class="written-block">[{}]</p>', describe(block))


def _rich(source: str) -> SafeString:
    # Made of an allow list of tags, with everything else escaped, when the document was read.
    return mark_safe(expand_db_html(source))  # noqa: S308
