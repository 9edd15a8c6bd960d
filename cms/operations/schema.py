"""The database and its tables."""

from io import TextIOBase
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Page

from cms.operations.progress import Bar
from cms.settings.errors import OperatorError


class _Steps(TextIOBase):
    """Takes what `migrate` prints and counts the migrations."""

    def __init__(self, bar: Bar) -> None:
        self.bar = bar

    def write(self, text: str) -> int:
        """Count the line that begins a migration."""
        if text.lstrip().startswith("Applying "):
            self.bar.advance()
        return len(text)


def bring_up_to_date() -> None:
    """Apply the migrations that are missing, and see that the source language is still the same."""
    _reach()
    if plan := _missing_migrations():
        with Bar("Preparing the database", total=len(plan)) as bar:
            call_command("migrate", interactive=False, stdout=_Steps(bar))
    _check_source_language()


def _reach() -> None:
    """See that the database can be written too; on SQLite a transaction begins with taking the right to."""
    try:
        with transaction.atomic():
            pass
    except OperationalError as error:
        raise OperatorError(_unreachable(connection.settings_dict, str(error))) from None


def _unreachable(database: dict[str, Any], reason: str) -> str:
    if connection.vendor == "sqlite":
        return (
            f"The database file {database['NAME']} cannot be used ({reason}): see that it and its folder can be "
            "written, and that the disk has room."
        )
    server = f"{database['HOST'] or 'localhost'}:{database['PORT'] or 5432}"
    lines = [line.strip() for line in reason.splitlines() if line.strip()]
    return (
        f"The database {database['NAME']} on {server} cannot be reached "
        f"({lines[-1] if lines else 'no answer'}): start it, or correct DATABASE_URL."
    )


def _missing_migrations() -> list[Any]:
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def _check_source_language() -> None:
    """The root page keeps the language of the first migration, which cannot be changed later."""
    root = Page.objects.filter(depth=1).select_related("locale").first()
    if root and root.locale.language_code != settings.LANGUAGE_CODE:
        raise OperatorError(
            f"LANGUAGE_CODE is {settings.LANGUAGE_CODE}, but this installation was begun in "
            f"{root.locale.language_code}: set LANGUAGE_CODE={root.locale.language_code}, or begin "
            "anew with an empty database."
        )
