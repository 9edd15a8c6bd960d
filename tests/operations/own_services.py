"""Database and cache for an installation of its own, on the servers that the tests use."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import redis
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.databases.snapshots import snapshots

CACHE_NUMBER = 15
"""Far from those of the test processes, which count from 1."""


@contextmanager
def own_services(folder: Path, blocker: DjangoDbBlocker) -> Iterator[dict[str, str]]:
    """Give the environment of an installation: nothing for SQLite, else an empty database, which goes afterwards."""
    if connection.vendor == "sqlite":
        yield {}
        return
    name = f"installation_{os.getpid()}"
    databases = snapshots(folder, "installation")
    with blocker.unblock():
        databases.create(name)
    yield _addresses(name)
    with blocker.unblock():
        databases.end(name)


def _addresses(database: str) -> dict[str, str]:
    found = {"DATABASE_URL": _with_path(os.environ["DATABASE_URL"], database)}
    if os.environ["CACHE_URL"].startswith("redis"):
        found["CACHE_URL"] = _with_path(os.environ["CACHE_URL"], str(CACHE_NUMBER))
        redis.Redis.from_url(found["CACHE_URL"]).flushdb()
    return found


def _with_path(address: str, path: str) -> str:
    return urlsplit(address)._replace(path=f"/{path}").geturl()
