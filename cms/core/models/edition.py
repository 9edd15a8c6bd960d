"""The record that makes a page count in its language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Edition(models.Model):
    """Written when a person publishes a page as a source, as a translation, or as written in its language.

    `alias_of` is no proof of a translation: submitting a page for translation turns a live alias into a live page
    of untranslated text. Only a row with an edition is offered to readers as being in its language.
    """

    class Kind(models.TextChoices):
        """How the page came to be in its language."""

        SOURCE = "source", _("Source")
        TRANSLATION = "translation", _("Translation")
        WRITTEN = "written", _("Written")

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="edition")
    kind = models.CharField(max_length=11, choices=Kind)
    first_published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        indexes = [models.Index(fields=["kind", "page"], name="core_edition_kind")]

    def __str__(self) -> str:
        return f"{self.page_id} ({self.kind})"
