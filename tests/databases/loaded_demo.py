"""The demo, loaded once for the whole run. The first process that needs it loads it, the others copy."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from cms.bundles.load import load_bundle
from tests.bundles.places import DEMO
from tests.bundles.state import forget_files
from tests.databases.snapshots import snapshots
from tests.databases.template import TemplateDatabase

NAME = "demo"


class LoadedDemo:
    """Database and media files of the loaded demo, kept where all processes of this run find them."""

    def __init__(self, folder: Path, run: str, template: TemplateDatabase) -> None:
        self._snapshots = snapshots(folder, f"run_{run}")
        self._media, self._lock = folder / "demo-media", folder / "demo.lock"
        self._template = template
        self._users = (folder / "demo.users").open("w")
        fcntl.flock(self._users, fcntl.LOCK_SH)

    def leave(self) -> None:
        """Delete what is kept if no other process has a use for it."""
        with self._users, suppress(BlockingIOError):
            fcntl.flock(self._users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(self._media, ignore_errors=True)
            if NAME in self._snapshots.names():
                self._snapshots.drop(NAME)

    @contextmanager
    def in_use(self, name: str) -> Iterator[None]:
        """Let this process have the demo in a database of its own, and its files in the media folder.

        Afterwards the database is the one it was before, and there are no media files.
        """
        database = _beside(name)
        with self._connected_to(database):
            with self._lock.open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                if NAME not in self._snapshots.names():
                    self._make(database)
            self._snapshots.copy(NAME, database)
            shutil.copytree(self._media, settings.MEDIA_ROOT, dirs_exist_ok=True)
            yield

    def _make(self, database: str) -> None:
        if not self._template.copy(database):
            self._snapshots.create(database)
        call_command("migrate", verbosity=0, interactive=False)
        load_bundle(DEMO)
        shutil.copytree(settings.MEDIA_ROOT, self._media)
        forget_files()
        self._snapshots.keep(NAME)

    @contextmanager
    def _connected_to(self, database: str) -> Iterator[None]:
        before = connection.settings_dict["NAME"]
        connection.close()
        connection.settings_dict["NAME"] = database
        _forget()
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = before
            self._snapshots.end(database)
            _forget()


def _beside(name: str) -> str:
    """Return the name of a database that only this process uses."""
    if connection.vendor == "sqlite":
        return str(settings.TEST_DIR / f"{name}.sqlite3")
    return f"{connection.creation._get_test_db_name()}_{name}"


def _forget() -> None:
    """Forget the files and rows of the other database."""
    forget_files()
    ContentType.objects.clear_cache()
