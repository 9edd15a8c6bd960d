"""Wagtail's command of this name, done our way: cms.publishing stands before wagtail in INSTALLED_APPS."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cms.publishing.scheduler import due_revisions, expired_objects, publish_due


class Command(BaseCommand):
    """For operators who run the schedule from cron instead of the worker; both together do no harm."""

    help = "Publish and expire what is due, and print one line for each page."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the option that Wagtail's own command has."""
        parser.add_argument("--dryrun", action="store_true", help="Only list what is due.")

    def handle(self, *, dryrun: bool = False, **options: Any) -> None:
        """Print what is due or what was done."""
        for line in _due() if dryrun else publish_due().entries:
            self.stdout.write(str(line))


def _due() -> list[str]:
    now = timezone.now()
    lines = [f"to publish: {revision.object_str}" for revision in due_revisions(now)]
    return lines + [f"to expire: {one}" for expired in expired_objects(now) for one in expired]
