"""Pages that left the air because the page they are a version of did."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision


class Withdrawal(models.Model):
    """Kept until the source is published again and brings the page back, or somebody publishes the page itself.

    `revision` is what was live, None for a page that showed its fallback's text. A draft that lost its source has one
    too, so that it is found; it was not live and does not come back.
    """

    class Reason(models.TextChoices):
        """What became of the source."""

        UNPUBLISHED = "unpublished", _("The source was unpublished")
        DELETED = "deleted", _("The source was deleted")

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="withdrawal")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    was_live = models.BooleanField(default=True)
    reason = models.CharField(max_length=11, choices=Reason)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.page_id} ({self.reason})"
