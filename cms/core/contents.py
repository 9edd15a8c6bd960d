"""The headings of a page as a list of what it holds, for readers of easy language."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

FEWEST = 3
TEXTS = ("body", "report", "announcement")
"""Fields with the text of a page. Of several that are filled the first is shown."""


@dataclass(frozen=True)
class Part:
    """A part of the page: its heading and the anchor of it."""

    heading: str
    anchor: str


def anchor_of(heading: str) -> str:
    """Return the id of a heading."""
    return f"part-{slugify(heading, allow_unicode=True)}"


def parts_of(page: Any) -> list[Part]:
    """Return the parts that the headings of the page's text begin, or nothing where they are few."""
    blocks = next(filter(None, (getattr(page, name, None) for name in TEXTS)), ())
    headings = [block.value for block in blocks if block.block_type == "heading"]
    parts = [Part(value["text"], anchor_of(value["text"])) for value in headings if value.get("level") == "h2"]
    return parts if len(parts) >= FEWEST else []
