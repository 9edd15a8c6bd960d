"""What people say about the translation of a page."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.translation.models.work import TranslationWork


class WorkComment(models.Model):
    """A remark on one page in one language, or on one text of it."""

    class Origin(models.TextChoices):
        """Where the remark was made."""

        PERSON = "person", _("Comment")
        REVIEW = "review", _("Review")
        FILE = "file", _("From an imported file")

    work = models.ForeignKey(TranslationWork, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    origin = models.CharField(max_length=6, choices=Origin, default=Origin.PERSON)
    path = models.TextField(_("text"), blank=True, help_text=_("Context path of the text meant, empty for the page."))
    text = models.TextField(_("comment"))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]
