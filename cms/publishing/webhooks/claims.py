"""Which process sends which message: one claims it, and loses the claim when it does not come back in time."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from uuid import uuid4

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from cms.publishing.models import Delivery, Webhook

CLAIM = timedelta(minutes=2)
"""Longer than one attempt can take, the name service included."""


def claim_due(busy: Collection[int], most: int) -> Iterator[Delivery]:
    """Claim and yield the message that is longest due of each webhook, but not of those that are `busy`.

    At most `most`. What another process is faster to claim is passed over.
    """
    now = timezone.now()
    ready = Webhook.objects.filter(Q(rests_until=None) | Q(rests_until__lte=now), is_active=True)
    found = 0
    for webhook in ready.exclude(pk__in=busy).order_by("pk"):
        if found == most:
            return
        delivery = _due(webhook).order_by("next_attempt_at", "pk").first()
        if delivery and claim(delivery):
            found += 1
            yield delivery


def claim(delivery: Delivery) -> bool:
    """Claim a message for one attempt, which is counted; return whether nobody else has it.

    One UPDATE decides, so that of two processes exactly one gets it.
    """
    now = timezone.now()
    token = uuid4()
    free = _due(delivery.webhook).filter(pk=delivery.pk, attempts=delivery.attempts)
    values = {"claim": token, "claimed_until": now + CLAIM, "attempts": F("attempts") + 1, "tried_at": now}
    if not free.update(**values):
        return False
    delivery.refresh_from_db()
    return True


def _due(webhook: Webhook) -> QuerySet[Delivery]:
    now = timezone.now()
    is_free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return Delivery.objects.filter(is_free, webhook=webhook, state__in=Delivery.OPEN, next_attempt_at__lte=now)
