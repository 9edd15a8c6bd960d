"""The list of files that a load writes. It outlives a load that is killed."""

import fcntl
import json
from pathlib import Path
from typing import TextIO

from cms.bundles.errors import BundleError

Entry = tuple[str, str]
"""The label of a storage and the name of a file in it."""


class Journal:
    """A file with one entry a line. One process at a time holds it, and loses it however it ends."""

    _file: TextIO

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> "Journal":
        """Take the journal, or raise BundleError while another load has it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self.path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            reason = "another bundle is being loaded; wait until that has ended."
            raise BundleError(str(self.path), "", reason) from None
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def note(self, entry: Entry, instead_of: Entry | None = None) -> None:
        """Write down that a file is about to be written, or that it got another name than was noted."""
        self._file.write(json.dumps([entry, instead_of]) + "\n")
        self._file.flush()

    def entries(self) -> list[Entry]:
        """Return all files noted since the journal was cleared."""
        self._file.seek(0)
        found: dict[Entry, None] = {}
        for line in self._file:
            if line.endswith("\n"):  # the last one may be cut off; its file was not begun
                entry, instead_of = json.loads(line)
                found.pop(tuple(instead_of or ()), None)
                found[tuple(entry)] = None
        return list(found)

    def clear(self) -> None:
        """Forget all entries."""
        self._file.truncate(0)
