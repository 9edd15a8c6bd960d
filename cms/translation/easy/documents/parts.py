"""A document as both Word and HTML hold it: headings, paragraphs, list items, and lines that name places.

Such a line is `[[intro]]` before the texts of a field, `[[block:<id>]]` where a picture or the like stands, and
`[[end]]` before what is only there to be read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.utils.html import escape

END = "end"
BLOCK = "block:"
_MARKER = re.compile(r"\s*\[\[\s*(?P<name>[\w:.-]+)\s*\]\]")


class Refused(ValidationError):
    """Raised for a document of which nothing is taken, with a sentence that says what to do."""


class Kind(StrEnum):
    """What a part is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True)
class Run:
    """Some text of one look; `href` is the address of a link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True)
class Part:
    """One paragraph, heading or list item. `level` is 2 or 3 for headings."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """Return the text without looks."""
        return "".join(run.text for run in self.runs).strip()

    @property
    def marker(self) -> str:
        """Return the name of the place that the line names, "" for all other lines."""
        match = _MARKER.match(self.text)
        return match["name"] if match else ""

    @property
    def line(self) -> str:
        """Return the text on one line."""
        return " ".join(self.text.split())


def marker(name: str, note: str = "") -> Part:
    """Return the line that names a place; `note` says to people what it is."""
    return Part(Kind.PARAGRAPH, (Run(f"[[{name}]] {note}".strip()),))


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with neighbours of the same look made one, without empty ones."""
    found: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if found and (found[-1].bold, found[-1].italic, found[-1].href) == (run.bold, run.italic, run.href):
            found[-1] = Run(found[-1].text + run.text, run.bold, run.italic, run.href)
        else:
            found.append(run)
    return tuple(found)


def inline_html(runs: Iterable[Run]) -> str:
    """Return runs as HTML; addresses as they are."""
    return "".join(map(_run_html, runs)).strip()


def _run_html(run: Run) -> str:
    html = escape(run.text).replace("\n", "<br/>")
    if run.italic:
        html = f"<i>{html}</i>"
    if run.bold:
        html = f"<b>{html}</b>"
    return f'<a href="{escape(run.href)}">{html}</a>' if run.href else html
