"""Putting a text together from the inline elements of a file."""

import re
from collections.abc import Mapping

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
    name_in,
)
from cms.translation.exchange.limits import MOST_TAGS_DEEP

_EQUIVALENTS = {
    BREAK: re.compile(r"(?s).*"),
    COUNT: PLACEHOLDER,
    SIGN: SIGN_CODE,
}


class Assembly:
    """Takes text and codes in their order and makes pieces of them; `known` says what marks stand for that are bare."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self._known = known or {}
        self._open: list[tuple[str, list[Piece]]] = [("", [])]

    def text(self, text: str) -> None:
        """Add letters."""
        self._open[-1][1].append(Text(text))

    def open(self, code_id: str) -> None:
        """Begin a paired tag. Raises BrokenMarkup for an id that is not ours, and below too many others."""
        if name_in(code_id) not in (*PAIRED, PLAIN_LINK):
            raise BrokenMarkup(_unknown(code_id))
        if len(self._open) > MOST_TAGS_DEEP:
            raise NestedTooDeep
        self._open.append((code_id, []))

    def close(self, code_id: str) -> None:
        """End it. Raises BrokenMarkup where another tag has to end first."""
        opened, pieces = self._open[-1]
        if not opened or opened != code_id:
            sentence = _("The tag “%(id)s” ends where it did not begin. Let tags end in the reverse order.")
            raise BrokenMarkup(sentence % {"id": code_id})
        self._open.pop()
        self._open[-1][1].append(Paired(code_id, name_in(code_id), tuple(pieces)))

    def mark(self, code_id: str, equivalent: str) -> None:
        """Add something that stands alone. Raises BrokenMarkup for what is not ours or has lost what it stands for."""
        name = name_in(code_id)
        if name not in (BREAK, COUNT, SIGN):
            raise BrokenMarkup(_unknown(code_id))
        stands_for = equivalent or self._known.get(code_id, "")
        if not _EQUIVALENTS[name].fullmatch(stands_for):
            sentence = _("The protected value “%(id)s” has lost its content. Copy it from the source again.")
            raise BrokenMarkup(sentence % {"id": code_id})
        self._open[-1][1].append(Mark(code_id, name, stands_for))

    def pieces(self) -> tuple[Piece, ...]:
        """Return the whole. Raises BrokenMarkup where a tag did not end."""
        opened, pieces = self._open[-1]
        if opened:
            raise BrokenMarkup(_("The tag “%(id)s” does not end. Add its end.") % {"id": opened})
        return tuple(pieces)


def _unknown(code_id: str) -> str:
    sentence = _("The tag “%(id)s” is not one that was exported. Use the tags of the source, with their ids.")
    return sentence % {"id": code_id}
