"""What readers were last known to find, to tell what is different now."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class KnownAddress(models.Model):
    """What readers find at the address of one page, as the change log last told it.

    `words_id` is the page whose text is shown there, `words_at` when that text was last published. No foreign keys:
    the record outlives the page until its end was told.
    """

    page_id = models.BigIntegerField(unique=True)
    translation_key = models.UUIDField(db_index=True)
    model = models.CharField(max_length=100)
    locale = models.CharField(max_length=100)
    path = models.TextField()
    words_id = models.BigIntegerField()
    words_at = models.DateTimeField(null=True)
    edition = models.CharField(max_length=11, blank=True)
    tags = models.JSONField(default=list)

    class Meta:
        verbose_name = _("known address")
        verbose_name_plural = _("known addresses")
        default_permissions = ()

    def __str__(self) -> str:
        return self.path


class ToldExpiry(models.Model):
    """That the rights to a picture, which ended on that day, were told to have expired."""

    picture_id = models.BigIntegerField()
    rights_until = models.DateField()

    class Meta:
        verbose_name = _("told expiry of rights")
        verbose_name_plural = _("told expiries of rights")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["picture_id", "rights_until"], name="publishing_expiry_told_once")
        ]

    def __str__(self) -> str:
        return f"{self.picture_id}: {self.rights_until}"
