"""Databases kept by name, to begin others as copies of them: files on SQLite, databases of the server on PostgreSQL."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection
from django.db.backends.utils import CursorWrapper


class Snapshots(ABC):
    """What is kept. A snapshot is whole or not there, and nobody writes to it."""

    @abstractmethod
    def names(self) -> list[str]:
        """Return the names of all that is kept, the oldest first."""

    @abstractmethod
    def keep(self, name: str) -> None:
        """Keep the database we are connected to as it is now. The connection is closed."""

    @abstractmethod
    def create(self, database: str) -> None:
        """Make an empty database."""

    @abstractmethod
    def copy(self, name: str, database: str) -> None:
        """Make a database of what was kept under the name."""

    @abstractmethod
    def drop(self, name: str) -> None:
        """Keep it no longer."""

    @abstractmethod
    def end(self, database: str) -> None:
        """Remove a database that was made here, whoever still uses it."""


class SqliteSnapshots(Snapshots):
    """Files in a folder. Databases are named by their path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> list[str]:
        files = sorted(self._folder.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)
        return [path.stem for path in files]

    def keep(self, name: str) -> None:
        draft = self._path(name).with_suffix(".draft")
        draft.unlink(missing_ok=True)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(draft)])
        connection.close()
        draft.replace(self._path(name))

    def create(self, database: str) -> None:
        self.end(database)

    def copy(self, name: str, database: str) -> None:
        shutil.copyfile(self._path(name), database)
        self._path(name).touch()

    def drop(self, name: str) -> None:
        self._path(name).unlink()

    def end(self, database: str) -> None:
        path = Path(database)
        for file in path.parent.glob(f"{path.name}*"):
            file.unlink()

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.sqlite3"


class PostgresSnapshots(Snapshots):
    """Databases on the same server, whose names begin with a word of ours."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def names(self) -> list[str]:
        with self._server() as cursor:
            cursor.execute(
                "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid", [f"{self._prefix}_"]
            )
            return [name.removeprefix(f"{self._prefix}_") for (name,) in cursor.fetchall()]

    def keep(self, name: str) -> None:
        database = connection.settings_dict["NAME"]
        connection.close()
        self._copy(database, self._database(name))

    def create(self, database: str) -> None:
        self.end(database)
        self._copy("template0", database)

    def copy(self, name: str, database: str) -> None:
        self.end(database)
        self._copy(self._database(name), database)

    def drop(self, name: str) -> None:
        self.end(self._database(name))

    def end(self, database: str) -> None:
        with self._server() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {_quoted(database)} WITH (FORCE)")

    def _copy(self, source: str, target: str) -> None:
        with self._server() as cursor:
            cursor.execute(f"CREATE DATABASE {_quoted(target)} TEMPLATE {_quoted(source)}")

    def _database(self, name: str) -> str:
        return f"{self._prefix}_{name}"

    @staticmethod
    @contextmanager
    def _server() -> Iterator[CursorWrapper]:
        """Give a cursor that is in none of the databases concerned."""
        with connection._nodb_cursor() as cursor:
            yield cursor


def _quoted(database: str) -> str:
    return connection.ops.quote_name(database)


def snapshots(folder: Path, prefix: str) -> Snapshots:
    """Return what is kept in a folder on SQLite, and under a prefix on PostgreSQL."""
    if connection.vendor == "sqlite":
        folder.mkdir(parents=True, exist_ok=True)
        return SqliteSnapshots(folder)
    return PostgresSnapshots(prefix)
