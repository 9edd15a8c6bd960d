"""Rich text: the database writes `<a linktype="page" id="5">`, a bundle `<a linktype="page" key="…">`."""

import re
from collections.abc import Callable

from bs4 import Tag

from cms.bundles.references import DOCUMENT, IMAGE, PAGE
from cms.translation.exchange.faults import BrokenMarkup, NestedTooDeep
from cms.translation.exchange.limits import MOST_TAGS_DEEP
from cms.translation.texts.markup import tree_of

_TAG = re.compile(r"<(?:a|embed)\b[^>]*>")
_KIND = re.compile(r'\b(?:linktype|embedtype)="([a-z]+)"')
_ID = re.compile(r'\bid="([^"]*)"')
_KEY = re.compile(r'\bkey="([^"]*)"')
_BLOCK_KEY = "data-block-key"
_ATTRIBUTES = {
    "a": {"href", "linktype", "key", "target", "rel"},
    "embed": {"embedtype", "key", "alt", "format", "url"},
}
_TAGS = frozenset(
    [
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ol",
        "ul",
        "li",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "sup",
        "sub",
        "code",
        "s",
        "del",
        "hr",
        "br",
        "blockquote",
        "a",
        "embed",
    ]
)
_REFERRING = (PAGE, DOCUMENT, IMAGE)
_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#", "/")


def with_keys(html: str, key_of: Callable[[str, int], str]) -> str:
    """Return rich text of the database as a bundle holds it; `key_of` takes kind and primary key."""
    return _replace(html, _ID, lambda kind, found: f'key="{key_of(kind, int(found))}"')


def with_ids(html: str, id_of: Callable[[str, str], int | None]) -> str:
    """Return rich text of a bundle as the database holds it; `id_of` takes kind and key."""
    return _replace(html, _KEY, lambda kind, found: f'id="{id_of(kind, found)}"')


def foreign_markup(html: str) -> str:
    """Return the first thing in rich text of a bundle that no editor of this site could have made, or ""."""
    try:
        tree = tree_of(html)
    except NestedTooDeep:
        return f"more than {MOST_TAGS_DEEP} tags inside each other"
    except BrokenMarkup:
        return "a declaration of HTML"
    for element in tree.find_all(True):
        if element.name not in _TAGS:
            return f"<{element.name}>"
        foreign = set(element.attrs) - _ATTRIBUTES.get(element.name, set()) - {_BLOCK_KEY}
        if foreign:
            return f"<{element.name} {min(foreign)}>"
        if not is_address(element.get("href", "#")):
            return f"the address {element['href']}"
        if (_kind(element) in _REFERRING) != ("key" in element.attrs):
            return f"<{element.name}> with the wrong linktype, or without its key"
    return ""


def is_address(text: str) -> bool:
    """Return whether a link may lead there: nothing that a browser would run."""
    return text.strip().lower().startswith(_SCHEMES)


def _kind(element: Tag) -> str:
    return element.get("linktype") or element.get("embedtype") or ""


def _replace(html: str, pattern: re.Pattern[str], made: Callable[[str, str], str]) -> str:
    def tag(match: re.Match[str]) -> str:
        kind = _KIND.search(match[0])
        if not kind:
            return match[0]
        return pattern.sub(lambda found: made(kind[1], found[1]), match[0])

    return _TAG.sub(tag, html)
