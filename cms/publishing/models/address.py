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


class ToldRights(models.Model):
    """That on this day the rights to show a picture began, or were over for the first time, and that this was told."""

    picture_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    day = models.DateField()

    class Meta:
        verbose_name = _("told rights to a picture")
        verbose_name_plural = _("told rights to pictures")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["picture_id", "kind", "day"], name="publishing_rights_told_once")
        ]

    def __str__(self) -> str:
        return f"{self.picture_id}: {self.kind} {self.day}"
