"""Sending what is due. Targets do not wait for each other, and no message is lost with the process that sent it."""

from collections.abc import Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from django.utils import timezone

from cms.publishing.changes.numbering import number_changes
from cms.publishing.models import Delivery
from cms.publishing.webhooks.claims import claim, claim_due
from cms.publishing.webhooks.outcomes import note_outcome
from cms.publishing.webhooks.posting import Answer, post
from cms.publishing.webhooks.queueing import message_id
from cms.publishing.webhooks.signing import signature

AT_ONCE = 8
LOOK_EVERY = 1
"""Seconds after which what has become due meanwhile is seen, while one target is slow."""
MOST_ATTEMPTS = 1000
"""In one run, so that the worker comes to its other tasks; the next run follows in seconds."""
AGENT = "CityRelations-Webhooks/1.0"


def deliver_due() -> int:
    """Send all messages that are due, one at a time to each webhook; return how many attempts were made.

    The database is asked in this thread alone; the others only talk to targets.
    """
    number_changes()
    attempts = 0
    busy: dict[Future[Answer], Delivery] = {}
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="webhook") as pool:
        while True:
            for delivery in _claimed(busy.values(), attempts):
                busy[pool.submit(post, *request_of(delivery))] = delivery
                attempts += 1
            if not busy:
                return attempts
            done, _waiting = wait(busy, timeout=LOOK_EVERY, return_when=FIRST_COMPLETED)
            for future in done:
                note_outcome(busy.pop(future), future.result())


def attempt(delivery: Delivery) -> None:
    """Send this message now, unless another process is sending it."""
    if claim(delivery):
        note_outcome(delivery, post(*request_of(delivery)))


def _claimed(busy: Collection[Delivery], attempts: int) -> Iterator[Delivery]:
    """Yield what may be sent besides what is being sent; nothing more once the run is long enough."""
    free = min(AT_ONCE - len(busy), MOST_ATTEMPTS - attempts)
    return claim_due([delivery.webhook_id for delivery in busy], free) if free > 0 else iter(())


def request_of(delivery: Delivery) -> tuple[str, dict[str, str], bytes]:
    """Return address, headers and body of an attempt made now: receivers refuse signatures of old moments."""
    body, moment = delivery.body.encode(), int(timezone.now().timestamp())
    name = message_id(delivery.event)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": AGENT,
        "webhook-id": name,
        "webhook-timestamp": str(moment),
        "webhook-signature": signature(delivery.webhook.secret, name, moment, body),
    }
    return delivery.webhook.url, headers, body
