"""The migrated SQLite database that tests begin with. It is made once and copied until something it is made of changes.

`pytest --create-db` migrates anew; on other databases every process does.
"""

import fcntl
import importlib.util
import re
import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from django.apps import apps
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "var" / "test-databases"
KEPT = 4
OURS = re.compile(rb"^(?:from|import) ((?:cms|home|cityrelations|search)\b[\w.]*)", re.MULTILINE)


class TemplateDatabase:
    """The template for this process. One process at a time makes it; those that wait for it then copy it."""

    _lock: TextIO | None = None

    def __init__(self) -> None:
        self._key = key()
        self.path = FOLDER / f"{self._key}.sqlite3"

    def copy(self) -> bool:
        """Put a copy where the test database is to be; return whether there was a template."""
        if connection.vendor != "sqlite":
            return False
        FOLDER.mkdir(parents=True, exist_ok=True)
        lock = (FOLDER / "lock").open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not self.path.exists():
            self._lock = lock
            return False
        shutil.copyfile(self.path, connection.creation._get_test_db_name())
        self.path.touch()
        lock.close()
        return True

    def keep(self) -> None:
        """Make the test database, in which nothing was written yet, the template, and let the others go on."""
        if self._lock is None:
            return
        if self._key == key():  # nobody changed anything meanwhile
            draft = self.path.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            connection.cursor().execute("VACUUM INTO %s", [str(draft)])
            draft.replace(self.path)
        for old in sorted(FOLDER.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()
        self._lock.close()


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
