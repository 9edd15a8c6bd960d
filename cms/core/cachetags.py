"""Cache tags: the names of what an answer was made from, and of what a change makes old (DESIGN, section 5).

A tag is language-neutral: facts are shared, and a text may stand in for another language's. In doubt, tag more.
"""

from typing import Any
from uuid import UUID

from cms.core.reader import Reader

NAVIGATION = "navigation"
SETTINGS = "settings"
LOCALES = "locales"
REDIRECTS = "redirects"

_CACHE = "cache tags"


def page_tag(translation_key: UUID) -> str:
    """Return the tag of a page in all its languages."""
    return f"page-{translation_key.hex[:16]}"


def picture_tag(image_id: int) -> str:
    """Return the tag of a picture: its file, its rights, its credit."""
    return f"picture-{image_id}"


def document_tag(document_id: int) -> str:
    """Return the tag of a document: its file, what is said of it, who may get it."""
    return f"document-{document_id}"


def list_tag(model: type) -> str:
    """Return the tag of every list that shows pages of a type."""
    return f"list-{model._meta.model_name}"


def note(reader: Reader, *tags: str) -> None:
    """Record that the answer `reader` gets was made from these."""
    reader.cache.setdefault(_CACHE, set()).update(tags)


def noted(reader: Reader) -> list[str]:
    """Return the tags of the answer so far, sorted."""
    return sorted(reader.cache.get(_CACHE, ()))


def tags_of(page: Any) -> list[str]:
    """Return what a change of the specific page `page` makes old."""
    tags = [page_tag(page.translation_key), list_tag(type(page))]
    return [*tags, NAVIGATION] if page.show_in_menus or page.depth <= 2 else tags
