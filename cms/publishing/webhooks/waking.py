"""Letting the worker send soon what was just committed. What this misses, the periodic job finds."""

from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django_tasks import task

from cms.publishing.models import Webhook
from cms.publishing.webhooks.sending import deliver_due

_QUEUED = "webhooks-queued"
_FORGOTTEN_AFTER = timedelta(minutes=1)


@task()
def send_webhooks() -> None:
    """Send what is due now."""
    cache.delete(_QUEUED)
    deliver_due()


def wake_after_commit() -> None:
    """Have the worker send after the commit. A failure of the queue must not look like one of the change."""
    transaction.on_commit(_wake, robust=True)


def _wake() -> None:
    """Queue the task; of many changes that come together, only the first asks for it."""
    wanted = Webhook.objects.filter(is_active=True).exists()
    if wanted and cache.add(_QUEUED, True, timeout=_FORGOTTEN_AFTER.total_seconds()):
        send_webhooks.enqueue()
