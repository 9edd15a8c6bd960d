"""Webhooks and their messages, and links to drafts."""

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from wagtail.models import Page

from cms.publishing.drafts.links import create
from cms.publishing.models import Change, Delivery, DraftLink, Webhook


class WebhookFactory(factory.django.DjangoModelFactory):
    """Makes an active webhook for events of all kinds."""

    class Meta:
        model = Webhook

    name = factory.Sequence(lambda number: f"Receiver {number}")
    url = "https://hooks.example.org/"
    events = factory.LazyFunction(lambda: Change.Kind.values)


def draft_link(page: Page, *, by: Any = None, days: int = 14, label: str = "Press office") -> tuple[DraftLink, str]:
    """Return a link to the draft of a page that is valid for so many days, and its token."""
    return create(page, label=label, expires_at=timezone.now() + timedelta(days=days), by=by)


def let_time_pass(webhook: Webhook, time: timedelta) -> None:
    """Let everything about the webhook have happened so much earlier."""
    webhook.refresh_from_db()
    for name in ("failing_since", "rests_until", "switched_off_at"):
        if moment := getattr(webhook, name):
            setattr(webhook, name, moment - time)
    webhook.save()
    for delivery in webhook.deliveries.all():
        for name in ("next_attempt_at", "claimed_until", "created_at", "tried_at"):
            if moment := getattr(delivery, name):
                setattr(delivery, name, moment - time)
        delivery.save()


def let_it_be_due(webhook: Webhook) -> None:
    """Let exactly so much time pass that the next message is due, if any is left."""
    webhook.refresh_from_db()
    waiting = webhook.deliveries.filter(state__in=Delivery.OPEN).order_by("next_attempt_at").first()
    moments = [moment for moment in (webhook.rests_until, waiting and waiting.next_attempt_at) if moment]
    if moments:
        let_time_pass(webhook, max(timedelta(), max(moments) - timezone.now()))
