"""Stored texts as people see and type them: line breaks as such, ampersands as such, tags left visible."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

_BREAK = re.compile(r"<br\s*/?>\n?")
_TAG = re.compile(r"(</?[a-z][^>]*>)")


def for_people(data: str) -> str:
    """Return a stored text for a text field."""
    return _BREAK.sub("\n", data).replace("&amp;", "&").replace("&nbsp;", "\u00a0")


def from_people(text: str) -> str:
    """Return what was typed into that field as it is stored, as far as line breaks go; validation does the rest."""
    return text.replace("\r\n", "\n").strip().replace("\n", "<br/>")


def with_tags_marked(data: str) -> SafeString:
    """Return a stored text as HTML in which its tags can be seen and copied."""
    parts = [part for part in _TAG.split(for_people(data)) if part]
    return format_html_join("", "{}", ((_marked(part),) for part in parts))


def _marked(part: str) -> SafeString:
    if _TAG.fullmatch(part):
        return format_html('<code class="text-tag" dir="ltr">{}</code>', part)
    # What is left of the stored HTML are entities of angle brackets; they are text already.
    return mark_safe(part.replace("&lt;", "<").replace("&gt;", ">").replace("&", "&amp;").replace("<", "&lt;"))  # noqa: S308 - escaped in this line
