"""`manage.py load_content DIR`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.bundles.errors import BundleError
from cms.bundles.load import load_bundle
from cms.core.progress import ProgressBar, silent


class Command(BaseCommand):
    """Loads a content bundle into an empty site, all or nothing."""

    help = "Load a content bundle into an empty site: everything, or nothing and the reason why."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder of the bundle."""
        parser.add_argument("dir", type=Path, help="folder with a bundle.json")
        parser.add_argument("--no-progress", action="store_true", help="do not tell how far it is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and end with exit code 1 and one sentence if the bundle has to be changed."""
        bar = ProgressBar(self.stderr._out)
        try:
            load_bundle(options["dir"], silent if options["no_progress"] else bar)
        except BundleError as error:
            raise CommandError(str(error)) from None
        finally:
            bar.end()
