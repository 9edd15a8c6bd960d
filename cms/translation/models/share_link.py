"""Links by which somebody without an account takes part."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from cms.core.models.secret_link import SecretLink
from cms.translation.models.work import TranslationWork


class ShareLink(SecretLink):
    """Lets whoever has the address fetch some work as files, and hand them in."""

    label = models.CharField(_("for whom"), max_length=120, help_text=_("An agency or a name, as you will know it."))
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    works = models.ManyToManyField(TranslationWork, related_name="share_links")

    class Meta:
        verbose_name = _("share link")
        verbose_name_plural = _("share links")
        ordering = ["-created_at"]
