"""The migrated database that tests begin with. It is made once and copied until something it is made of changes.

`pytest --create-db` migrates anew.
"""

import fcntl
import importlib.util
import re
import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.databases.snapshots import snapshots

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "var" / "test-databases"
KEPT = 4
OURS = re.compile(rb"^(?:from|import) ((?:cms|home|cityrelations|search)\b[\w.]*)", re.MULTILINE)


class TemplateDatabase:
    """The template for this process. One process at a time makes it; those that wait for it then copy it."""

    _lock: TextIO | None = None
    _copied = ""

    def __init__(self) -> None:
        self._key = key()
        self._snapshots = snapshots(FOLDER, "template")

    def copy(self, database: str) -> bool:
        """Make a database of the template; return whether there was one."""
        if self._key not in self._snapshots.names():
            return False
        self._snapshots.copy(self._key, database)
        return True

    def copy_for_tests(self) -> bool:
        """Put a copy where the test database is to be; return whether there was a template."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        lock = (FOLDER / "lock").open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        database = connection.creation._get_test_db_name()
        if not self.copy(database):
            self._lock = lock
            return False
        self._copied = database
        lock.close()
        return True

    def keep(self) -> None:
        """Make the test database, in which nothing was written yet, the template, and let the others go on."""
        if self._lock is None:
            return
        if self._key == key():  # nobody changed anything meanwhile
            self._snapshots.keep(self._key)
        for old in self._snapshots.names()[:-KEPT]:
            self._snapshots.drop(old)
        self._lock.close()

    def end_copy(self) -> None:
        """Remove the test database if it is a copy; Django removes what it made."""
        connection.close()
        if self._copied:
            self._snapshots.end(self._copied)


def key() -> str:
    """Return a digest of everything that decides what a migrated database holds."""
    digest = sha256(f"{sqlite3.sqlite_version} {settings.LANGUAGE_CODE}".encode())
    digest.update((ROOT / "requirements.txt").read_bytes())
    for config in apps.get_app_configs():
        digest.update(config.name.encode())
        for path in sorted(Path(config.path, "migrations").rglob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
            if path.is_relative_to(ROOT / ".venv"):
                continue
            for name in sorted(set(OURS.findall(path.read_bytes()))):
                digest.update(Path(importlib.util.find_spec(name.decode()).origin).read_bytes())
    return digest.hexdigest()[:16]
