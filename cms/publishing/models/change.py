"""What changed for readers, in order."""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Change(models.Model):
    """One thing that readers get differently from now on. Written in the transaction that made it so.

    `sequence` is given only after that transaction is committed (see `cms.publishing.changes.numbering`): the primary
    key of a slow transaction may become visible after a higher one. `event` names the change to webhooks.
    """

    class Kind(models.TextChoices):
        """What happened; webhooks call their events so."""

        PAGE_PUBLISHED = "page.published", _("Page published")
        TRANSLATION_PUBLISHED = "translation.published", _("Translation published")
        PAGE_UPDATED = "page.updated", _("Page updated without being published")
        PAGE_MOVED = "page.moved", _("Page moved")
        PAGE_UNPUBLISHED = "page.unpublished", _("Page taken off the air")
        PAGE_DELETED = "page.deleted", _("Page deleted")
        PICTURE_CHANGED = "picture.changed", _("Picture changed")
        PICTURE_DELETED = "picture.deleted", _("Picture deleted")
        PICTURE_RIGHTS_EXPIRED = "picture.rights_expired", _("Rights to a picture expired")
        DOCUMENT_CHANGED = "document.changed", _("Document changed")
        DOCUMENT_DELETED = "document.deleted", _("Document deleted")
        SETTINGS_CHANGED = "settings.changed", _("Site settings changed")
        LOCALES_CHANGED = "locales.changed", _("Languages changed")
        REDIRECT_CHANGED = "redirect.changed", _("Redirect changed")

    sequence = models.BigIntegerField(null=True, unique=True, editable=False)
    event = models.UUIDField(default=uuid4, unique=True, editable=False)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=30, choices=Kind)
    page_id = models.BigIntegerField(null=True, help_text="Primary key of the page, which may be gone.")
    translation_key = models.UUIDField(null=True)
    model = models.CharField(max_length=100, blank=True, help_text="Label of the page's type, in lower case.")
    locale = models.CharField(max_length=100, blank=True, help_text="BCP 47 tag.")
    picture_id = models.BigIntegerField(null=True)
    paths = models.JSONField(default=list, help_text="Addresses at which the page is now.")
    gone_paths = models.JSONField(default=list, help_text="Addresses at which it is no more.")
    tags = models.JSONField(default=list, help_text="Cache tags of what is old now.")

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["sequence", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {' '.join([*self.paths, *self.gone_paths])}".strip()


class ChangeCounter(models.Model):
    """One row: the last number given. Whoever numbers changes locks it."""

    last = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("counter of changes")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.last)
