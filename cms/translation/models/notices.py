"""What people are told by e-mail about their work."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.translation.models.work import TranslationWork


class NoticePreference(models.Model):
    """When somebody wants to be told. Without a record: at once."""

    class When(models.TextChoices):
        """How often mail is sent."""

        AT_ONCE = "at_once", _("At once, a message each")
        DIGEST = "digest", _("Once a day, all together")
        NEVER = "never", _("Never")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="translation_notice_preference"
    )
    when = models.CharField(_("e-mail about translations"), max_length=7, choices=When, default=When.AT_ONCE)

    class Meta:
        verbose_name = _("notice preference")
        verbose_name_plural = _("notice preferences")

    def __str__(self) -> str:
        return f"{self.user_id}: {self.when}"


class Notice(models.Model):
    """One thing to tell one person; kept until it is sent, so that nothing is lost while mail does not work.

    `claimed_at` says when a process last set about sending it, so that two do not send it at once.
    """

    class Event(models.TextChoices):
        """What happened."""

        ARRIVED = "arrived", _("New work")
        SOURCE_CHANGED = "source_changed", _("The source changed")
        REVIEW_WAITS = "review_waits", _("Review waits")
        RETURNED = "returned", _("Returned by review")
        APPROVED = "approved", _("Approved, ready to be published")

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    work = models.ForeignKey(TranslationWork, on_delete=models.CASCADE, related_name="notices")
    event = models.CharField(max_length=14, choices=Event)
    text = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["sent_at", "recipient"], name="translation_notice_unsent")]

    def __str__(self) -> str:
        return f"{self.recipient_id}: {self.event}"
