"""The document: a file readers download, or a part of a video."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from cms.documents.language_tags import validate_language_tag


class CustomDocument(AbstractDocument):
    """A file with the two things a reader must know before opening it: its language and whether it is accessible."""

    language = models.CharField(
        _("language of the file"),
        max_length=35,
        blank=True,
        validators=[validate_language_tag],
        help_text=_("BCP 47 tag, such as “de” or “pt-BR”."),
    )
    accessible = models.BooleanField(
        _("accessible"),
        default=False,
        help_text=_("Tick only if the file was checked, such as a tagged PDF (PDF/UA)."),
    )

    admin_form_fields = ("title", "file", "language", "accessible", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]
