"""What an edition was made from, and how far its source has moved on since."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from cms.core.models import Edition
from cms.translation.models.work import TranslationWork


class Basis(models.Model):
    """The texts of the source that the live words of an edition say; of a source edition, its own live texts.

    `texts` maps context paths to the source's text. `words_changed` counts the words in which the source's live
    texts differ from them: 0 is current. It is kept in step when either side is published, so that lists of
    thousands of pages only read it. `words` is the length of those texts. `machine_drafted` says that a machine drafted
    some of the live words before a person confirmed them.
    """

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="basis")
    texts = models.JSONField(default=dict)
    words = models.PositiveIntegerField(default=0)
    words_changed = models.PositiveIntegerField(default=0, db_index=True)
    urgent_since = models.DateTimeField(null=True, blank=True)
    machine_drafted = models.BooleanField(default=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("basis of an edition")
        verbose_name_plural = _("bases of editions")

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.words_changed}"


class DraftBasis(models.Model):
    """The texts of the source that a saved translation says; they become the edition's basis once it is published."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="draft_basis")
    texts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("basis of a draft")
        verbose_name_plural = _("bases of drafts")

    def __str__(self) -> str:
        return f"{self.revision_id}"


class ReleaseImportance(models.Model):
    """What the editor said of a revision of a source page: how much its change matters to other languages."""

    class Importance(models.TextChoices):
        """What a change of the source does to translations."""

        MINOR = "minor", _("Minor: translations stay current")
        NORMAL = "normal", _("Normal: translations become outdated by the changed words")
        URGENT = "urgent", _("Urgent: other languages show a notice until they are updated")

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="importance")
    importance = models.CharField(_("importance of the change"), max_length=6, choices=Importance)

    class Meta:
        verbose_name = _("importance of a change")
        verbose_name_plural = _("importance of changes")

    def __str__(self) -> str:
        return f"{self.revision_id}: {self.importance}"


class Rewrite(models.Model):
    """A text that has to be written anew although its source text is the same, such as the alt text of a new picture.

    Gone as soon as somebody writes or confirms the text.
    """

    class Reason(models.TextChoices):
        """Why."""

        PICTURE = "picture", _("The picture was replaced")

    work = models.ForeignKey(TranslationWork, on_delete=models.CASCADE, related_name="rewrites")
    path = models.TextField()
    reason = models.CharField(max_length=7, choices=Reason, default=Reason.PICTURE)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("text to be rewritten")
        verbose_name_plural = _("texts to be rewritten")
        constraints = [models.UniqueConstraint(fields=["work", "path"], name="translation_rewrite_unique")]

    def __str__(self) -> str:
        return self.path
