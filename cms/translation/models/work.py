"""The work of bringing one page into one language."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class TranslationWork(models.Model):
    """Who does what until when for one page in one language. Without a record the work is open.

    A page is meant by its translation key, so that the record outlives rows that are deleted and restored.
    """

    class State(models.TextChoices):
        """How far the work is."""

        OPEN = "open", _("Open")
        ASSIGNED = "assigned", _("Assigned")
        IN_WORK = "in_work", _("In work")
        IN_REVIEW = "in_review", _("In review")
        RETURNED = "returned", _("Returned")
        APPROVED = "approved", _("Approved")
        NOT_PLANNED = "not_planned", _("Not planned")

    translation_key = models.UUIDField(_("page"))
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="translation_work")
    state = models.CharField(_("state"), max_length=11, choices=State, default=State.OPEN)
    reason = models.CharField(
        _("reason"), max_length=255, blank=True, help_text=_("Why the page is not planned in this language.")
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("translator"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="translation_work",
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewer"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reviewing_work",
        help_text=_("Leave empty for any reviewer of the language."),
    )
    due = models.DateField(_("due on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("translation work")
        verbose_name_plural = _("translation work")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="translation_work_unique"),
            models.CheckConstraint(
                condition=~models.Q(state="not_planned") | ~models.Q(reason=""),
                name="translation_work_not_planned_has_reason",
                violation_error_message=_("Say why the page is not planned in this language."),
            ),
        ]
        indexes = [models.Index(fields=["state", "locale"], name="translation_work_state")]

    def __str__(self) -> str:
        return f"{self.translation_key} → {self.locale_id} ({self.state})"
