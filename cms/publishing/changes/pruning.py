"""Forgetting old changes and what was delivered long ago."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from cms.publishing.models import Change, Delivery


def prune() -> None:
    """Delete changes that are older than the setting says, and deliveries of that age that nobody waits for.

    Changes go from the oldest on, so that those kept have no gap.
    """
    before = timezone.now() - timedelta(days=settings.CHANGES_KEPT_DAYS)
    newest = Change.objects.filter(at__lt=before, sequence__isnull=False).order_by("-sequence").first()
    if newest:
        Change.objects.filter(sequence__lte=newest.sequence).delete()
    Delivery.objects.filter(created_at__lt=before).exclude(state__in=Delivery.OPEN).delete()
