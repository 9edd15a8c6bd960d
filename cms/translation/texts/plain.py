"""The plain texts of a page by their places, as they are counted and compared."""

from collections.abc import Iterable
from typing import Any

from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def page_texts(page: Any) -> dict[str, str]:
    """Return the texts of the specific page by context path, without markup; paragraphs of rich text on lines."""
    return texts_of(extract_segments(page))


def texts_of(segments: Iterable[Any]) -> dict[str, str]:
    """Return the same of segments that were cut from a page before."""
    return joined((one.path, one.render_text()) for one in segments if isinstance(one, StringSegmentValue))


def joined(parts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the texts by path of parts given in the order of the page."""
    texts: dict[str, list[str]] = {}
    for path, text in parts:
        texts.setdefault(path, []).append(text)
    return {path: "\n".join(lines) for path, lines in texts.items()}
