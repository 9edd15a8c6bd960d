"""Tests of Easy German with the readers it is for."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision


class ReaderTest(models.Model):
    """A written page was read and understood by people it is written for, as rules for easy language ask.

    `text` keeps the words they read, so that the page can say how far it changed since.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="reader_tests")
    revision = models.ForeignKey(Revision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(blank=True, editable=False)
    tested_on = models.DateField(_("tested on"))
    tested_with = models.CharField(
        _("tested with"), max_length=255, help_text=_("A group or an office for easy language, no names of persons.")
    )
    note = models.TextField(_("what they said"), blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("test with readers")
        verbose_name_plural = _("tests with readers")
        ordering = ["-tested_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.tested_on}"
