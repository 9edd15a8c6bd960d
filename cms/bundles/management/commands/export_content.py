"""`manage.py export_content DIR`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.bundles.errors import BundleError
from cms.bundles.export import export_bundle
from cms.core.progress import ProgressBar, silent


class Command(BaseCommand):
    """Writes the live content into a content bundle."""

    help = "Write the live content of this site into an empty or new folder, as a content bundle."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder to write."""
        parser.add_argument("dir", type=Path, help="empty or new folder")
        parser.add_argument("--no-progress", action="store_true", help="do not tell how far it is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, and tell what was left out."""
        bar = ProgressBar(self.stderr._out)
        try:
            notes = export_bundle(options["dir"], silent if options["no_progress"] else bar)
        except BundleError as error:
            raise CommandError(str(error)) from None
        finally:
            bar.end()
        for note in notes:
            self.stderr.write(note)
