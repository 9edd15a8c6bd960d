"""Each sentence on a line of its own, for readers of easy language (BITV 2.0, annex 2, part 2, number 10).

Where sentences end, a room further down knows and registers; without it texts stay as they are.
"""

import re
from collections.abc import Callable

from cms.core.languages import Language

Cutter = Callable[[str, str], str]
"""Returns a text with inline tags in lines, given the text and the tag of its language."""

_PARAGRAPH = re.compile(r"(<(?:p|li)\b[^>]*>)(.*?)(?=</(?:p|li)>|<[uo]l\b)", re.DOTALL)
_cutters: list[Cutter] = []


def register(cutter: Cutter) -> None:
    """Let `cutter` say where sentences end."""
    if cutter not in _cutters:
        _cutters.append(cutter)


def in_lines(text: str, language: Language) -> str:
    """Return escaped text with its sentences in lines where the language is simplified, else the same."""
    if not language.is_simple:
        return text
    for cutter in _cutters:
        text = cutter(text, language.code)
    return text


def paragraphs_in_lines(html: str, language: Language) -> str:
    """Return rich text with the sentences of its paragraphs and list items in lines."""
    if not language.is_simple:
        return html
    return _PARAGRAPH.sub(lambda match: match[1] + in_lines(match[2], language), html)
