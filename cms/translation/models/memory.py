"""What was translated before, and which words to use."""

from uuid import NAMESPACE_OID, UUID, uuid5

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


def text_hash(text: str) -> UUID:
    """Return what exact matches are found by: the same for the same text."""
    return uuid5(NAMESPACE_OID, text)


class MemoryEntry(models.Model):
    """One sentence or segment in two languages, offered wherever the same source text stands again.

    `used_in` is the translation key of the page it was last approved on, None for what came from a file.
    """

    class Origin(models.TextChoices):
        """How the pair came into the memory."""

        PERSON = "person", _("Translated here")
        IMPORT = "import", _("Imported")

    source_locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    target_locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    source_hash = models.UUIDField()
    source_text = models.TextField(_("source text"))
    target_hash = models.UUIDField()
    target_text = models.TextField(_("translation"))
    origin = models.CharField(_("origin"), max_length=6, choices=Origin, default=Origin.PERSON)
    tool = models.CharField(_("tool"), max_length=120, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    used_in = models.UUIDField(_("used in"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"))
    changed_at = models.DateTimeField(_("changed"), db_index=True)

    class Meta:
        verbose_name = _("memory entry")
        verbose_name_plural = _("translation memory")
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_locale", "target_locale", "source_hash", "target_hash"],
                name="translation_memory_unique",
            )
        ]

    def __str__(self) -> str:
        return self.source_text[:80]


class Term(models.Model):
    """A word that is translated in one way, and the ways it is not."""

    class Kind(models.TextChoices):
        """What the word names."""

        PERSON = "person", _("Person")
        PLACE = "place", _("Place")
        BODY = "body", _("Body or institution")
        OTHER = "other", _("Other word")

    source_locale = models.ForeignKey(Locale, verbose_name=_("from"), on_delete=models.CASCADE, related_name="+")
    target_locale = models.ForeignKey(Locale, verbose_name=_("into"), on_delete=models.CASCADE, related_name="+")
    term = models.CharField(_("word"), max_length=255)
    preferred = models.CharField(_("translation"), max_length=255)
    forbidden = models.TextField(
        _("forbidden translations"), blank=True, help_text=_("One a line. They are pointed out before approval.")
    )
    kind = models.CharField(_("kind"), max_length=6, choices=Kind, default=Kind.OTHER)
    note = models.CharField(_("note"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["term"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_locale", "target_locale", "term"],
                name="translation_term_unique",
                violation_error_message=_("This word is already in the list for these two languages."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.term} → {self.preferred}"
