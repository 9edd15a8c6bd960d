"""Links by which somebody without an account takes part."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from cms.translation.models.work import TranslationWork


class ShareLink(models.Model):
    """Lets whoever has the address fetch some work as files, and hand them in. Only a digest of it is stored."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    label = models.CharField(_("for whom"), max_length=120, help_text=_("An agency or a name, as you will know it."))
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    works = models.ManyToManyField(TranslationWork, related_name="share_links")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("share link")
        verbose_name_plural = _("share links")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.label

    @property
    def last_day(self) -> date:
        """Return the last day on which the link works: it ends with the first moment of the next."""
        return timezone.localdate(self.expires_at - timedelta(microseconds=1))

    @property
    def is_valid(self) -> bool:
        """Return whether the link still opens anything."""
        return self.revoked_at is None and self.expires_at > timezone.now()
