"""Texts inside a TMX file: stored HTML with inline tags as `<seg>` elements, and the other way round."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from cms.core.computed import PLACEHOLDER
from cms.translation.exchange.faults import BrokenMarkup, NestedTooDeep
from cms.translation.exchange.inline import (
    BREAK,
    COUNT,
    PAIRED,
    PLAIN_LINK,
    SIGN,
    SIGN_CODE,
    Mark,
    Paired,
    Piece,
    Text,
    html_of,
    pieces_of,
)
from cms.translation.exchange.limits import MOST_TAGS_DEEP
from cms.translation.exchange.xliff12 import KINDS, STANDING_KINDS
from cms.translation.exchange.xml import Node, node

_TAG_OF_KIND = {"bold": "b", "italic": "i", "link": "a"}
_TAG = re.compile(r"\s*<\s*([a-z]+)([^<>]*)>", re.IGNORECASE)
_LINK_ID = re.compile(r"""\sid=["']([a-z]+[0-9]+)["']""")
_LINE_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")


def segments(source: str, target: str) -> tuple[Node, Node]:
    """Return both texts of a pair as `<seg>`; the same tag has the same number in both."""
    numbers: dict[str, str] = {}
    return _segment(source, numbers), _segment(target, numbers)


def _segment(html: str, numbers: dict[str, str]) -> Node:
    return node("seg", *_nodes(pieces_of(html), numbers))


def _nodes(pieces: Iterable[Piece], numbers: dict[str, str]) -> Iterator[Node | str]:
    for piece in pieces:
        if isinstance(piece, Text):
            yield piece.text
            continue
        number = numbers.setdefault(piece.id, str(len(numbers) + 1))
        if isinstance(piece, Mark):
            code = piece.equivalent if piece.name == SIGN else html_of([piece])
            yield node("ph", code, x=number, type=STANDING_KINDS.get(piece.name, f"x-{piece.name}"))
            continue
        opening, _slash, closing = html_of([replace(piece, pieces=())]).partition("</")
        yield node("bpt", opening, i=number, x=number, type=KINDS.get(piece.name, f"x-{piece.name}"))
        yield from _nodes(piece.pieces, numbers)
        yield node("ept", f"</{closing}", i=number)


@dataclass
class _Open:
    """A tag that was opened and what stands in it so far. Without a name it is left out, and what it holds stays."""

    number: str
    id: str
    name: str
    pieces: list[Piece] = field(default_factory=list)


def html_in(segment: Node) -> str:
    """Return the stored text that a `<seg>` stands for. Raises BrokenMarkup where its tags do not fit together.

    Tags that have no place in our texts are left out, with all that tools write inside them.
    """
    stack = [_Open("", "", "")]
    for child in _children(segment):
        if isinstance(child, str):
            stack[-1].pieces.append(Text(_LINE_END.sub(" ", child)))
        elif child.name == "bpt":
            _begin(stack, child)
        elif child.name == "ept":
            _close(stack, child)
        elif child.name == "ph":
            stack[-1].pieces += _mark(child)
    if len(stack) > 1:
        raise BrokenMarkup(_("A tag is opened and never closed."))
    return html_of(stack[0].pieces).strip()


def _children(segment: Node) -> Iterator[Node | str]:
    for child in segment.children:
        if isinstance(child, Node) and child.name == "hi":
            yield from _children(child)
        else:
            yield child


def _begin(stack: list[_Open], child: Node) -> None:
    if len(stack) > MOST_TAGS_DEEP:
        raise NestedTooDeep
    stack.append(_opened(child))


def _opened(child: Node) -> _Open:
    number = child.attributes.get("i", "")
    tag = _TAG.match(_code(child))
    name = tag[1].lower() if tag else _TAG_OF_KIND.get(child.attributes.get("type", ""), "")
    if name != "a":
        return _Open(number, f"{name}{number}", name if name in PAIRED else "")
    if tag and not tag[2].strip():
        return _Open(number, f"{PLAIN_LINK}{number}", PLAIN_LINK)
    own = _LINK_ID.search(tag[2]) if tag else None
    return _Open(number, own[1] if own else f"a{child.attributes.get('x') or number}", "a")


def _close(stack: list[_Open], child: Node) -> None:
    if len(stack) < 2 or stack[-1].number != child.attributes.get("i", ""):
        raise BrokenMarkup(_("The tags overlap, or one is closed that was not opened."))
    closed = stack.pop()
    pieces = closed.pieces
    stack[-1].pieces += [Paired(closed.id, closed.name, tuple(pieces))] if closed.name else pieces


def _mark(child: Node) -> list[Piece]:
    code = _code(child).strip()
    tag, sign = _TAG.match(code), SIGN_CODE.fullmatch(code)
    if PLACEHOLDER.fullmatch(code):
        return [Mark("", COUNT, code)]
    if (tag and tag[1].lower() == "br") or (not tag and child.attributes.get("type") == "lb"):
        return [Mark("", BREAK, "\n")]
    return [Mark("", SIGN, code)] if sign and child.attributes.get("type") == f"x-{SIGN}" else []


def _code(child: Node) -> str:
    return "".join(one for one in child.children if isinstance(one, str))
