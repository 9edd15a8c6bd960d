"""Everything `serve` does before it serves."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.operations import first_start


class Command(BaseCommand):
    """Brings database, translations, static files and content up to date."""

    help = "Bring database, translations, static files, first content and accounts up to date."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Do what is missing and say who can sign in."""
        first_start.prepare()
        self.stdout.write(first_start.how_to_sign_in())
