"""Opening somebody else's ZIP without trusting what it says of itself."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from stat import S_ISLNK
from zipfile import ZipFile, ZipInfo

from django.utils.translation import gettext as _

from cms.translation.exchange.damage import DAMAGE
from cms.translation.exchange.faults import Unreadable
from cms.translation.exchange.foreign import instead_of
from cms.translation.exchange.limits import MEGABYTE, MOST_BYTES, MOST_BYTES_UNPACKED, MOST_ENTRIES
from cms.translation.exchange.manifest import NAME as MANIFEST

MAGIC = b"PK\x03\x04"
_EMPTY_MAGIC = b"PK\x05\x06"
_BESIDES = {MANIFEST, ".DS_Store", "Thumbs.db"}
_FOLDER_BESIDES = "__MACOSX"
_MEMORY = ".tmx"


def is_zip(data: bytes) -> bool:
    """Return whether these bytes begin as a ZIP does."""
    return data[:4] in (MAGIC, _EMPTY_MAGIC)


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """Return the files of a ZIP as (name, content). What we put beside the texts ourselves is left out.

    Raises Unreadable for anything that is not plain files within the limits.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            return list(_files(archive))
    except DAMAGE as error:
        raise Unreadable(_("This ZIP is damaged or protected. Pack the files again and hand that in.")) from error


def _files(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(_("The ZIP holds more than %(most)d files. Hand in fewer at a time.") % {"most": MOST_ENTRIES})
    left = MOST_BYTES_UNPACKED
    seen = set()
    for entry in entries:
        if entry.is_dir() or _is_beside(entry.filename):
            continue
        _refuse_unsafe(entry, seen)
        content = _content(archive, entry, left)
        left -= len(content)
        yield entry.filename, content


def _is_beside(name: str) -> bool:
    path = PurePosixPath(name)
    return path.name in _BESIDES or _FOLDER_BESIDES in path.parts or path.suffix.lower() == _MEMORY


def _refuse_unsafe(entry: ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or S_ISLNK(entry.external_attr >> 16):
        sentence = _("The ZIP has a file outside itself, “%(name)s”. That is not safe: pack the files again.")
        raise Unreadable(sentence % {"name": name})
    if name in seen:
        raise Unreadable(_("The ZIP has two files with the name “%(name)s”. Keep one.") % {"name": name})
    seen.add(name)


def _content(archive: ZipFile, entry: ZipInfo, left: int) -> bytes:
    most = min(MOST_BYTES, left)
    with archive.open(entry) as file:
        content = file.read(most + 1)
    if len(content) > most:
        sentence = _("“%(name)s” in the ZIP is too large. One file may have %(most)d MB, all together %(all)d MB.")
        values = {"name": entry.filename, "most": MOST_BYTES // MEGABYTE, "all": MOST_BYTES_UNPACKED // MEGABYTE}
        raise Unreadable(sentence % values)
    if is_zip(content) and not instead_of(entry.filename, b""):
        raise Unreadable(_("The ZIP holds another archive, “%(name)s”. Unpack it first.") % {"name": entry.filename})
    return content
