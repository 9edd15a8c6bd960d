"""Links that open something to whoever has the address."""

from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.tokens import digest_of


def last_day_before(end: datetime) -> date:
    """Return the last day of what ends at a moment, where the person is."""
    return timezone.localdate(end - timedelta(microseconds=1))


class SecretLink(models.Model):
    """Abstract: a link for somebody without an account, until a moment or until it is revoked.

    The token is part of the address; only a digest of it is stored.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    label = models.CharField(_("for whom"), max_length=120)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @classmethod
    def find(cls, token: str) -> Self | None:
        """Return the link with this token, valid or not; the token is looked for by its digest only."""
        return cls._default_manager.filter(digest=digest_of(token)).first()

    @property
    def last_day(self) -> date:
        """Return the last day on which the link works: it ends with the first moment of the next."""
        return last_day_before(self.expires_at)

    @property
    def is_valid(self) -> bool:
        """Return whether the link still opens anything."""
        return self.revoked_at is None and self.expires_at > timezone.now()

    def revoke(self) -> bool:
        """Close the link for good; return whether it was still open to be closed."""
        now = timezone.now()
        return bool(type(self)._default_manager.filter(pk=self.pk, revoked_at=None).update(revoked_at=now))
