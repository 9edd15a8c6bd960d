"""Compile interface translations without GNU gettext."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from cms.operations.translations import compile_stale


class Command(BaseCommand):
    """Compiles each catalogue that changed."""

    help = "Compile the interface translations that changed."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Compile and name what was written."""
        for folder in settings.LOCALE_PATHS:
            for compiled in compile_stale(Path(folder)):
                self.stdout.write(str(compiled))
