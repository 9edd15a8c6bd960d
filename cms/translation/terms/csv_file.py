"""The list of terms as CSV: a line each, the first one names the columns.

`term` and `translation` must be there; `forbidden` holds words with `|` between them, `kind` is person, place, body or
other, and `note`, `created` and `changed` may follow in any order. Comma, semicolon and tab are understood, as are
UTF-8, UTF-16 and what Excel writes on Windows.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import StringIO

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from cms.translation.exchange.faults import Unreadable
from cms.translation.models import Term
from cms.translation.terms.entries import TermEntry, forbidden_of, kind_named

COLUMNS = ("term", "translation", "forbidden", "kind", "note", "created", "changed")
BETWEEN = "|"
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a table program takes for the beginning of a formula. Such a text goes out behind an apostrophe."""


def write_csv(terms: Iterable[Term]) -> bytes:
    """Return the terms, sorted by their words; with a byte-order mark, by which table programs know UTF-8."""
    out = StringIO()
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    for term in sorted(terms, key=lambda one: (one.term, one.pk)):
        lines.writerow([_safe(value) for value in _values(term)])
    return out.getvalue().encode("utf-8-sig")


def read_csv(data: bytes) -> Iterator[TermEntry]:
    """Yield the terms of a CSV file. Raises Unreadable with the line that is wrong."""
    text = _decoded(data)
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    line = 1
    columns: list[str] = []
    try:
        for row in rows:
            if not columns:
                columns = _columns(row)
            elif any(cell.strip() for cell in row):
                yield _entry(line, dict(zip(columns, row, strict=False)))
            line = rows.line_num + 1
    except csv.Error as error:
        raise Unreadable(_("This line is no CSV. Save the table again as CSV."), line) from error
    if not columns:
        raise Unreadable(_("The file is empty."))


def _values(term: Term) -> Iterator[str]:
    yield from (term.term, term.preferred, BETWEEN.join(forbidden_of(term)), term.kind, term.note)
    yield from (moment.isoformat(timespec="seconds") for moment in (term.created_at, term.changed_at))


def _safe(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULAS) else value


def _plain(cell: str) -> str:
    cell = cell.replace("\x00", "")
    return cell[1:].strip() if cell[:1] == "'" and cell[1:].startswith(_FORMULAS) else cell.strip()


def _decoded(data: bytes) -> str:
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("The encoding of the file is not known here. Save it as UTF-8."))


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _columns(row: list[str]) -> list[str]:
    columns = [_plain(cell).lower() for cell in row]
    if "term" not in columns or "translation" not in columns:
        sentence = _("The first line must name the columns “term” and “translation”; these may follow: %(columns)s.")
        raise Unreadable(sentence % {"columns": ", ".join(COLUMNS[2:])}, 1)
    return columns


def _entry(line: int, cells: dict[str, str]) -> TermEntry:
    cells = {name: _plain(cell) for name, cell in cells.items()}
    forbidden = cells.get("forbidden", "").replace("\n", BETWEEN).split(BETWEEN)
    return TermEntry(
        line=line,
        term=cells.get("term", ""),
        preferred=cells.get("translation", ""),
        forbidden=tuple(filter(None, map(str.strip, forbidden))),
        kind=kind_named(cells.get("kind", "")),
        note=cells.get("note", ""),
        created_at=_moment(cells.get("created", "")),
        changed_at=_moment(cells.get("changed", "")),
    )


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    if moment is None:
        return None
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
