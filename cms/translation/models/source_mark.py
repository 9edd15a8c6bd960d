"""What the author of a written page did with each statement of its source."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class SourceMark(models.Model):
    """A statement of the source that somebody ticked off beside a written page, with the words it had then.

    A statement is known by its path in the source and its words: where the words change, the mark stays and says
    what they were.
    """

    class State(models.TextChoices):
        """What became of the statement."""

        COVERED = "covered", _("Covered")
        LEFT_OUT = "left_out", _("Left out on purpose")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="source_marks")
    path = models.TextField()
    text = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State)
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    marked_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("mark at a statement of the source")
        verbose_name_plural = _("marks at statements of the source")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.path}: {self.state}"
