"""ZIP files that come out the same, byte for byte, whenever the same is put in."""

from collections.abc import Iterable
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_READABLE_FILE = 0o100644 << 16
_UNIX = 3


def write_archive(out: IO[bytes], entries: Iterable[tuple[str, bytes]]) -> None:
    """Write a ZIP of these files, given as (name, content), into `out`."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in entries:
            entry = ZipInfo(name)
            entry.external_attr = _READABLE_FILE
            entry.create_system = _UNIX
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
