"""Accounts to try the demo with."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from cms.operations import demo_accounts


class Command(BaseCommand):
    """Makes the demo accounts that do not exist."""

    help = "Make the demo accounts that do not exist, on a loopback address only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Let a forgotten password be replaced."""
        parser.add_argument("--new-passwords", action="store_true", help="draw new passwords for all of them")

    def handle(self, *, new_passwords: bool, **options: Any) -> None:
        """Print the new passwords once; they are kept in a file for this user only."""
        made = demo_accounts.make_anew() if new_passwords else demo_accounts.make_missing()
        for name, password in made.items():
            self.stdout.write(f"{name:<14} {password}")
        self.stdout.write(f"All of them: {demo_accounts.list_file()}")
