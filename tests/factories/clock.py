"""Scheduling pages, and letting the time come."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Revision

from tests.factories.core import reloaded


def schedule(page: Page, at: datetime | None = None) -> Revision:
    """Schedule the page as it is for a moment in the future, by default tomorrow."""
    page.go_live_at = at or timezone.now() + timedelta(days=1)
    revision = page.save_revision()
    revision.publish()
    return revision


def make_due(page: Page) -> Revision:
    """Return the scheduled revision of the page after moving its moment to one minute ago."""
    revision = reloaded(page).scheduled_revision
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    return revision


def make_expired(page: Page) -> Any:
    """Return the page after letting the live version of it expire one minute ago."""
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    return reloaded(page)
