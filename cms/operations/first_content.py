"""The content an empty site begins with."""

from django.conf import settings
from django.core.management import call_command
from django.db.models import Q
from wagtail.models import Page


def load_if_empty() -> None:
    """Load the bundle that `CONTENT` names into a site that holds nothing yet."""
    if settings.CONTENT and is_empty():
        call_command("load_content", str(settings.CONTENT))


def is_empty() -> bool:
    """Whether the tree holds only the front page of the first migration, which nobody has saved."""
    return not Page.objects.filter(Q(depth__gt=2) | Q(latest_revision__isnull=False)).exists()
