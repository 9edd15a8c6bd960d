"""The database: SQLite in one file by default, PostgreSQL where the operator says so."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import env
from cms.settings.errors import OperatorError

SQLITE_OPTIONS = {
    # Readers never wait for a writer. Writers queue: a transaction that begins by reading would
    # otherwise fail at once when it wants to write ("database is locked").
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
POSTGRESQL_OPTIONS = {
    # Our queries are long and their answers short: compiling one takes longer than running it.
    "options": "-c jit=off",
}
SCHEMES = ("sqlite", "postgres", "postgresql")


def database(url: str, var_dir: Path) -> dict[str, Any]:
    """Return Django's configuration for the address, or for SQLite under `var/` without one."""
    if not url:
        return _sqlite({"ENGINE": "django.db.backends.sqlite3"}, var_dir / "db.sqlite3")
    config = _parsed(url)
    if config["ENGINE"].endswith("sqlite3"):
        return _sqlite(config, config["NAME"])
    options = POSTGRESQL_OPTIONS | config.get("OPTIONS", {})
    return {**config, "OPTIONS": options, "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}


def _parsed(url: str) -> dict[str, Any]:
    try:
        config = env.db_url_config(url) if url.split(":", 1)[0] in SCHEMES else {}
    except (ImproperlyConfigured, ValueError):
        config = {}
    if not config.get("NAME"):
        raise OperatorError(
            "DATABASE_URL must look like postgres://user:password@host:5432/name or "
            "sqlite:////folder/file; leave it out for SQLite under var/."
        )
    return config


def _sqlite(config: dict[str, Any], name: Path | str) -> dict[str, Any]:
    return {**config, "NAME": str(name), "OPTIONS": SQLITE_OPTIONS | config.get("OPTIONS", {})}
