"""`manage.py import_translations FILE…`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from cms.core.progress import ProgressBar, silent
from cms.translation.exchange.importing import import_file
from cms.translation.exchange.report import Entry, Outcome, Report

_QUIET = (Outcome.TAKEN, Outcome.UNCHANGED)


class Command(BaseCommand):
    """Takes translated files in. The pages get drafts; nothing is published."""

    help = (
        "Take translated files in: ZIP, XLIFF 1.2, 2.0 and 2.1, PO. Pages get a draft, nothing is published. "
        "Ends with exit code 1 if a text was refused or is in conflict; the good ones are taken all the same."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the files."""
        parser.add_argument("files", nargs="+", type=Path, help="ZIP, .xlf or .po")
        parser.add_argument("--user", help="name of the person whose rights count and who is named; default: anybody")
        parser.add_argument("--no-progress", action="store_true", help="do not tell how far it is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take them, and print what became of each text that was not simply taken."""
        user = _user(options["user"])
        bar = ProgressBar(self.stderr._out)
        report = Report()
        try:
            for path in options["files"]:
                with path.open("rb") as file:
                    quiet = options["no_progress"]
                    report.add(import_file(file, path.name, user=user, progress=silent if quiet else bar))
        except OSError as error:
            raise CommandError(str(error)) from None
        finally:
            bar.end()
        self._print(report)
        if not report.is_clean:
            raise CommandError("Some texts were not taken; see above.")

    def _print(self, report: Report) -> None:
        for entry in report.entries:
            if entry.outcome not in _QUIET and entry.sentences:
                self.stdout.write(_line(entry))
        counts = (f"{count} {outcome.value}" for outcome, count in report.counts.items() if count)
        self.stdout.write(", ".join(counts) or "nothing in it")


def _line(entry: Entry) -> str:
    where = " ".join(part for part in (entry.page, entry.place) if part)
    sentences = " ".join(entry.sentences)
    text = f" “{entry.text}”" if entry.text else ""
    return f"{entry.file}:{entry.line}: {entry.outcome}: {where}: {sentences}{text} [{entry.unit}]".replace(
        ": : ", ": "
    )


def _user(name: str | None) -> Any:
    if not name:
        return None
    user = get_user_model().objects.filter(username=name, is_active=True).first()
    if user is None:
        raise CommandError(f"There is nobody called {name} here.")
    return user
