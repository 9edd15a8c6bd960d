"""Other systems that are told what changed, and what was sent to them."""

import json
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.publishing.models.change import Change
from cms.publishing.webhooks.problem import Problem
from cms.publishing.webhooks.signing import new_secret
from cms.publishing.webhooks.targets import TargetRefused, checked_target

TEST = "webhook.test"
"""The kind of the event that somebody sends to see whether it arrives."""


class Webhook(models.Model):
    """An address that is sent a signed message (Standard Webhooks 1.0) for each event of the chosen kinds.

    `failing_since` is the first failure after which nothing arrived, `rests_until` when the target is tried again.
    """

    name = models.CharField(_("name"), max_length=120, help_text=_("What receives the messages, as you will know it."))
    url = models.URLField(_("address"), max_length=500, help_text=_("Where messages are sent, by HTTP POST."))
    events = models.JSONField(_("events"), default=list)
    is_active = models.BooleanField(pgettext_lazy("webhook", "active"), default=True)
    secret = models.CharField(_("secret"), max_length=80, default=new_secret, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    failures = models.PositiveIntegerField(default=0, editable=False)
    failing_since = models.DateTimeField(null=True, blank=True, editable=False)
    rests_until = models.DateTimeField(null=True, blank=True, editable=False)
    switched_off_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "pk"]
        default_permissions = ("add", "change", "delete")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse an address that messages may not be sent to."""
        try:
            checked_target(self.url)
        except TargetRefused as refused:
            raise ValidationError({"url": refused.problem.label}) from None

    @property
    def state(self) -> str:
        """Return in words whether messages arrive."""
        if not self.is_active:
            return _("Switched off after a day of failures") if self.switched_off_at else _("Switched off")
        return _("Failing") if self.failing_since else pgettext_lazy("webhook", "Active")


class Delivery(models.Model):
    """One event for one webhook. `event` is the same when it is sent again.

    A process that sends it holds a `claim` until `claimed_until`; then another may try.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("Waiting")
        FAILED = "failed", _("Failed, is tried again")
        DELIVERED = "delivered", _("Delivered")
        GIVEN_UP = "given_up", _("Given up")

    OPEN = (State.WAITING, State.FAILED)
    KINDS = [*Change.Kind.choices, (TEST, _("Test"))]

    webhook = models.ForeignKey(Webhook, verbose_name=_("webhook"), on_delete=models.CASCADE, related_name="deliveries")
    event = models.UUIDField(pgettext_lazy("webhook", "event"), default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=30, choices=KINDS)
    body = models.TextField(_("message"))
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    claim = models.UUIDField(null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    last_status = models.PositiveSmallIntegerField(_("last status code"), null=True, blank=True)
    last_problem = models.CharField(_("last problem"), max_length=11, choices=Problem, blank=True)
    last_answer = models.TextField(_("beginning of the last answer"), blank=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    tried_at = models.DateTimeField(_("last attempt"), null=True, blank=True)
    delivered_at = models.DateTimeField(_("delivered"), null=True, blank=True)

    class Meta:
        verbose_name = _("webhook message")
        verbose_name_plural = _("webhook messages")
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["webhook", "state", "next_attempt_at"], name="publishing_delivery_due")]
        constraints = [models.UniqueConstraint(fields=["webhook", "event"], name="publishing_event_sent_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} → {self.webhook}"

    def get_absolute_url(self) -> Any:
        """Return where staff reads about it."""
        return reverse("webhook_deliveries:inspect", args=[self.pk])

    @property
    def subject(self) -> str:
        """Return the address that the event is about, else the first cache tag, "" for a test."""
        data = json.loads(self.body)["data"]
        return next((name for place in ("paths", "gone_paths", "tags") for name in data[place]), "")
