"""The demo, loaded once for the whole run. The first process that needs it loads it, the others copy.

So it is on SQLite; on other databases every process loads it for itself.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

from cms.bundles.load import load_bundle
from tests.bundles.places import DEMO
from tests.bundles.state import forget_files
from tests.template_database import TemplateDatabase


class LoadedDemo:
    """Database and media files of the loaded demo, kept in a folder that all processes of this run share."""

    def __init__(self, folder: Path, template: TemplateDatabase) -> None:
        self._database, self._media = folder / "demo.sqlite3", folder / "demo-media"
        self._lock = folder / "demo.lock"
        self._template = template

    @contextmanager
    def in_use(self, database: Path) -> Iterator[None]:
        """Let this process have the demo in a database of its own at this path, and its files in the media folder.

        Only for SQLite. Afterwards the database is the one it was before, and there are no media files.
        """
        with _connected_to(database):
            with self._lock.open("w") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                if not self._database.exists():
                    self._make(database)
            connection.close()
            shutil.copyfile(self._database, database)
            shutil.copytree(self._media, settings.MEDIA_ROOT, dirs_exist_ok=True)
            yield

    def _make(self, database: Path) -> None:
        if self._template.path.exists():
            shutil.copyfile(self._template.path, database)
        call_command("migrate", verbosity=0, interactive=False)
        load_bundle(DEMO)
        shutil.copytree(settings.MEDIA_ROOT, self._media)
        draft = self._database.with_suffix(".draft")
        connection.cursor().execute("VACUUM INTO %s", [str(draft)])
        forget_files()
        draft.replace(self._database)


@contextmanager
def _connected_to(database: Path) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(database)
    _forget()
    try:
        yield
    finally:
        connection.close()
        for path in database.parent.glob(f"{database.name}*"):
            path.unlink()
        connection.settings_dict["NAME"] = before
        _forget()


def _forget() -> None:
    """Forget the files and rows of the other database."""
    forget_files()
    ContentType.objects.clear_cache()
