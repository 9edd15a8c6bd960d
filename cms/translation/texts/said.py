"""What a page says, place by place: for comparing it with stored texts."""

import re
from typing import Any

from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

_SPACE = re.compile(r"\s+")

Said = tuple[str, str]
"""A path, and one text at it without tags."""


def said_by(page: Any) -> set[Said]:
    """Return every text of the specific page, with the values it carries now."""
    segments = (one for one in extract_segments(page) if isinstance(one, StringSegmentValue))
    return {(one.path, _plain(one.string)) for one in segments}


def said(path: str, html: str) -> Said:
    """Return a stored text in the same form."""
    return path, _plain(StringValue(html))


def _plain(value: StringValue) -> str:
    return _SPACE.sub(" ", value.render_text()).strip()
