"""`manage.py learn_translations`."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.translation.memory import learn_existing


class Command(BaseCommand):
    """Teaches the translation memory what is published already."""

    help = "Teach the translation memory the texts of all published translations. It can be run again at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        """Learn, and say how much was new."""
        self.stdout.write(f"{learn_existing()} new entries in the translation memory.")
