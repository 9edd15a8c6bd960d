"""From what somebody handed in to the texts it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.translation.exchange import po_reading, xliff2_reading, xliff12_reading
from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.foreign import instead_of
from cms.translation.exchange.incoming import IncomingFile
from cms.translation.exchange.limits import MEGABYTE, MOST_BYTES
from cms.translation.exchange.parsing import parse
from cms.translation.exchange.unpacking import is_zip, unpacked


@dataclass(frozen=True)
class BadFile:
    """A file that could not be read, with the reason."""

    name: str
    line: int
    sentence: str


def read(data: bytes, name: str) -> list[IncomingFile | BadFile]:
    """Return what a file, or each file of a ZIP, says. Nothing is taken from one that is not read to its end."""
    try:
        if len(data) > MOST_BYTES:
            sentence = _("The file is too large. It may have %(most)d MB: hand in fewer pages at a time.")
            raise Unreadable(sentence % {"most": MOST_BYTES // MEGABYTE})
        if is_zip(data) and not instead_of(name, b""):
            files = unpacked(data)
            if not files:
                raise Unreadable(_("The ZIP is empty. Put the translated files into it."))
            return [one for inner, content in files for one in _read_one(content, inner)]
    except Unreadable as error:
        return [BadFile(name, error.line, error.sentence)]
    return _read_one(data, name)


def _read_one(data: bytes, name: str) -> list[IncomingFile | BadFile]:
    try:
        return list(_files(data, name))
    except Unreadable as error:
        return [BadFile(name, error.line, error.sentence)]


def _files(data: bytes, name: str) -> Iterator[IncomingFile]:
    if not data.strip():
        raise Unreadable(_("The file is empty. Export it again and hand that in."))
    sentence = instead_of(name, data)
    if sentence:
        raise Unreadable(sentence)
    if name.lower().endswith((".po", ".pot")) or _looks_like_po(data):
        yield from po_reading.read(data, name)
        return
    root = parse(data)
    if root.name != "xliff":
        raise Unreadable(_("This is no XLIFF file. Hand in the files that were exported here, translated."), root.line)
    version = root.attributes.get("version", "")
    if version in ("2.0", "2.1"):
        yield from xliff2_reading.read(root, name)
    elif version in ("1.2", "1.1"):
        yield from xliff12_reading.read(root, name)
    else:
        sentence = _("This is XLIFF %(version)s. Save it as 1.2, 2.0 or 2.1 and hand that in.")
        raise Unreadable(sentence % {"version": version or "?"}, root.line)


def _looks_like_po(data: bytes) -> bool:
    head = data[:65536].replace(b"\0", b"")
    return b"msgid " in head and b"<xliff" not in head
