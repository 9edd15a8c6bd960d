"""Making messages of changes, for the webhooks that want them."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from cms.publishing.models import Change, Delivery, Webhook
from cms.publishing.models.webhook import TEST

BATCH = 500


def queue_deliveries(changes: Iterable[Change]) -> None:
    """Queue each change for every active webhook that wants its kind. Made once, when the change is numbered."""
    webhooks = list(Webhook.objects.filter(is_active=True))
    if webhooks:
        wanted = ((change, webhook) for change in changes for webhook in webhooks if change.kind in webhook.events)
        rows = [
            Delivery(webhook=webhook, event=change.event, kind=change.kind, body=_body_of(change))
            for change, webhook in wanted
        ]
        Delivery.objects.bulk_create(rows, batch_size=BATCH)


def queue_test(webhook: Webhook) -> Delivery:
    """Queue an event that says nothing happened, to see whether it arrives."""
    event = uuid4()
    data = {"paths": [], "gone_paths": [], "tags": []}
    body = _body(event, TEST, timezone.now(), data)
    return Delivery.objects.create(webhook=webhook, event=event, kind=TEST, body=body)


def message_id(event: UUID) -> str:
    """Return the name of an event in messages, the same whenever it is sent: receivers know by it what they had."""
    return f"evt_{event.hex}"


def _body_of(change: Change) -> str:
    data: dict[str, Any] = {"cursor": str(change.sequence)}
    if change.page_id:
        data["page"] = {"id": change.page_id, "key": str(change.translation_key), "type": change.model}
        data["locale"] = change.locale
    if change.picture_id:
        data["picture"] = {"id": change.picture_id}
    data |= {"paths": change.paths, "gone_paths": change.gone_paths, "tags": change.tags}
    return _body(change.event, change.kind, change.at, data)


def _body(event: UUID, kind: str, at: datetime, data: dict[str, Any]) -> str:
    message = {"id": message_id(event), "type": kind, "timestamp": at.astimezone(UTC).isoformat(), "data": data}
    return json.dumps(message, ensure_ascii=False)
