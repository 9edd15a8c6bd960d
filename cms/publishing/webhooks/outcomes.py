"""What becomes of a message, and of its webhook, after an attempt."""

import logging
from datetime import datetime
from http import HTTPStatus

from django.db import transaction
from django.utils import timezone

from cms.publishing.models import Delivery, Webhook
from cms.publishing.webhooks.backoff import MOST_ATTEMPTS, PATIENCE, pause
from cms.publishing.webhooks.posting import Answer

State = Delivery.State
logger = logging.getLogger(__name__)


@transaction.atomic
def note_outcome(delivery: Delivery, answer: Answer) -> None:
    """Note the answer to an attempt; nothing where another process has claimed the message meanwhile.

    Nothing either where somebody deleted the webhook meanwhile, and its messages with it.
    """
    now = timezone.now()
    webhook = Webhook.objects.select_for_update().filter(pk=delivery.webhook_id).first()
    if webhook is None:
        return
    values = _values(answer) | _state(delivery, webhook, answer, now)
    if not Delivery.objects.filter(pk=delivery.pk, claim=delivery.claim).update(**values):
        return
    if answer.problem is None:
        _reset(webhook)
    elif webhook.is_active:
        _let_rest(webhook, now, is_gone=answer.status == HTTPStatus.GONE)


@transaction.atomic
def send_again(delivery: Delivery) -> None:
    """Queue a message anew, under the same identifier, with all its attempts before it."""
    values = {"state": State.WAITING, "attempts": 0, "next_attempt_at": timezone.now()}
    Delivery.objects.filter(pk=delivery.pk).update(**values, claim=None, claimed_until=None, delivered_at=None)
    Webhook.objects.filter(pk=delivery.webhook_id).update(rests_until=None)


def _values(answer: Answer) -> dict[str, object]:
    return {
        "claim": None,
        "claimed_until": None,
        "last_status": answer.status,
        "last_problem": answer.problem or "",
        "last_answer": answer.text,
    }


def _state(delivery: Delivery, webhook: Webhook, answer: Answer, now: datetime) -> dict[str, object]:
    """Return how far the message is. By a webhook that is off it is only sent by hand, and so only once."""
    if answer.problem is None:
        return {"state": State.DELIVERED, "delivered_at": now}
    if delivery.attempts >= MOST_ATTEMPTS or not webhook.is_active:
        return {"state": State.GIVEN_UP}
    return {"state": State.FAILED, "next_attempt_at": now + pause(delivery.attempts)}


def _reset(webhook: Webhook) -> None:
    if webhook.failing_since:
        webhook.failures, webhook.failing_since, webhook.rests_until = 0, None, None
        webhook.save(update_fields=["failures", "failing_since", "rests_until"])


def _let_rest(webhook: Webhook, now: datetime, *, is_gone: bool) -> None:
    """Leave a failing target in peace for a while; switch the webhook off after a day, or when the target asks it."""
    webhook.failures += 1
    webhook.failing_since = webhook.failing_since or now
    webhook.rests_until = now + pause(webhook.failures)
    if is_gone or now - webhook.failing_since >= PATIENCE:
        webhook.is_active, webhook.switched_off_at = False, now
        webhook.deliveries.filter(state__in=Delivery.OPEN).update(state=State.GIVEN_UP)
        logger.warning("Webhook %s is switched off: nothing arrived since %s", webhook.pk, webhook.failing_since)
    webhook.save(update_fields=["failures", "failing_since", "rests_until", "is_active", "switched_off_at"])
