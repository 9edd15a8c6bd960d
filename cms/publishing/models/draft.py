"""Drafts that somebody without an account may see."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.core.models.secret_link import SecretLink


class DraftLink(SecretLink):
    """Shows whoever has the address the newest draft of one page, in that page's language. `uses` are counted."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    uses = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("draft link")
        verbose_name_plural = _("draft links")
        ordering = ["-created_at", "-pk"]
        default_permissions = ()


class PreviewSnapshot(models.Model):
    """A page as it stands in an editor's form, for the front end that shows it beside the form. The page may be new.

    Only a digest of its token is stored, and nothing of it is kept for long.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    content = models.JSONField(encoder=DjangoJSONEncoder)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    expires_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("preview")
        verbose_name_plural = _("previews")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.content_type}: {self.content.get('title', '')}"
