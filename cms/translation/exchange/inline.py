"""Text with inline tags as translation tools see it: pieces of text, paired tags, and protected marks.

wagtail-localize keeps a text as HTML with inline tags. Tools want each tag as an inline element with an id. The ids
say what they stand for (`b1`, `br2`, `a1` for the link `<a id="a1">`), so that a text can be read again even where
its source has changed since.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from bs4 import Comment, NavigableString, Tag
from wagtail_localize.strings import INLINE_TAGS

from cms.core.computed import PLACEHOLDER
from cms.translation.exchange.xml import NOT_IN_XML
from cms.translation.texts.markup import tree_of

BREAK, COUNT, SIGN, PLAIN_LINK = "br", "count", "sign", "link"
PAIRED = frozenset(INLINE_TAGS) - {BREAK}
SIGN_CODE = re.compile(r"U\+(?!0000)(00[01][0-9A-F]|FFF[EF])")
"""What a mark for a sign says: only those that XML cannot hold and the database can."""

_PROTECTED = re.compile(f"(?P<count>{PLACEHOLDER.pattern})|(?P<sign>{NOT_IN_XML.pattern})")
_ID = re.compile(r"([a-z]+)[0-9]+")


@dataclass(frozen=True)
class Text:
    """Letters, as a reader sees them."""

    text: str


@dataclass(frozen=True)
class Paired:
    """A tag around other pieces. `name` is the HTML tag, or PLAIN_LINK for a link that leads nowhere."""

    id: str
    name: str
    pieces: tuple["Piece", ...]


@dataclass(frozen=True)
class Mark:
    """Something that stands alone and is not translated: a line break, a computed value, a sign XML cannot hold.

    `equivalent` is the text it stands for.
    """

    id: str
    name: str
    equivalent: str


Piece = Text | Paired | Mark


def pieces_of(html: str) -> tuple[Piece, ...]:
    """Return the pieces of a stored text. Raises BrokenMarkup for what could not be stored."""
    return tuple(_read(tree_of(html), Counter()))


def html_of(pieces: Iterable[Piece]) -> str:
    """Return the stored text that these pieces make: the reverse of `pieces_of`, byte for byte."""
    return "".join(_written(piece) for piece in pieces)


def text_of(pieces: Iterable[Piece]) -> str:
    """Return the letters alone, with computed values by their names."""
    found = (text_of(piece.pieces) if isinstance(piece, Paired) else _letters(piece) for piece in pieces)
    return "".join(found)


def name_in(code_id: str) -> str:
    """Return what the id of an inline element says of it: an HTML tag, COUNT, SIGN or PLAIN_LINK, "" for nothing."""
    match = _ID.fullmatch(code_id)
    name = match[1] if match else ""
    return name if name in PAIRED or name in (BREAK, COUNT, SIGN, PLAIN_LINK) else ""


def marks_in(pieces: Iterable[Piece]) -> Iterator[Mark]:
    """Yield all marks, those inside tags too."""
    for piece in pieces:
        if isinstance(piece, Mark):
            yield piece
        elif isinstance(piece, Paired):
            yield from marks_in(piece.pieces)


def _read(parent: Tag, numbers: Counter[str]) -> Iterator[Piece]:
    for child in parent.children:
        if isinstance(child, Comment):
            continue
        if isinstance(child, NavigableString):
            yield from _read_text(str(child), numbers)
        elif child.name == BREAK:
            yield Mark(_next(BREAK, numbers), BREAK, "\n")
        else:
            name = PLAIN_LINK if child.name == "a" and not child.get("id") else child.name
            code_id = child["id"] if name == "a" else _next(name, numbers)
            yield Paired(code_id, name, tuple(_read(child, numbers)))


def _read_text(text: str, numbers: Counter[str]) -> Iterator[Piece]:
    begin = 0
    for match in _PROTECTED.finditer(text):
        if match.start() > begin:
            yield Text(text[begin : match.start()])
        name = COUNT if match["count"] else SIGN
        yield Mark(_next(name, numbers), name, match[0] if match["count"] else f"U+{ord(match[0]):04X}")
        begin = match.end()
    if begin < len(text):
        yield Text(text[begin:])


def _next(name: str, numbers: Counter[str]) -> str:
    numbers[name] += 1
    return f"{name}{numbers[name]}"


def _written(piece: Piece) -> str:
    if isinstance(piece, Text):
        return escape(piece.text, quote=False)
    if isinstance(piece, Paired):
        opening, closing = _tags(piece)
        return f"{opening}{html_of(piece.pieces)}{closing}"
    return "<br/>" if piece.name == BREAK else escape(_letters(piece), quote=False)


def _tags(piece: Paired) -> tuple[str, str]:
    if piece.name == "a":
        return f'<a id="{escape(piece.id)}">', "</a>"
    tag = "a" if piece.name == PLAIN_LINK else piece.name
    return f"<{tag}>", f"</{tag}>"


def _letters(piece: Text | Mark) -> str:
    if isinstance(piece, Text):
        return piece.text
    return chr(int(piece.equivalent[2:], 16)) if piece.name == SIGN else piece.equivalent
