"""What the product knows about a locale beyond its language tag."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale
from wagtail_localize.locales.components import register_locale_component


@register_locale_component(
    heading=_("For readers"), help_text=_("How this language is shown, and where its texts come from."), required=True
)
class LocaleProfile(models.Model):
    """How one locale is named, written, ordered and filled. A new locale is not public."""

    class Direction(models.TextChoices):
        """Writing direction, as in the HTML attribute `dir`."""

        LTR = "ltr", _("left to right")
        RTL = "rtl", _("right to left")

    class Mode(models.TextChoices):
        """Where the texts of a locale come from."""

        TRANSLATED = "translated", _("Translated from the source page")
        WRITTEN = "written", _("Written for its readers (Easy German and its like)")

    class Digits(models.TextChoices):
        """Numbering system (CLDR)."""

        LATIN = "latn", "0123456789"
        ARABIC = "arab", "٠١٢٣٤٥٦٧٨٩"

    locale = models.OneToOneField(Locale, on_delete=models.CASCADE, related_name="profile")
    own_name = models.CharField(
        _("name in the language itself"), max_length=60, help_text=_("As readers see it in the language switch.")
    )
    direction = models.CharField(_("direction"), max_length=3, choices=Direction, default=Direction.LTR)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Only public languages have addresses and are offered to readers.")
    )
    mode = models.CharField(_("mode"), max_length=10, choices=Mode, default=Mode.TRANSLATED)
    fallbacks = models.CharField(
        _("fallback languages"),
        max_length=120,
        blank=True,
        help_text=_("Language tags in order, such as “en de”: shown where a page is not translated yet."),
    )
    exchange_code = models.CharField(
        _("exchange code"), max_length=35, blank=True, help_text=_("For translation files, such as “fr-FR”.")
    )
    digits = models.CharField(_("digits"), max_length=4, choices=Digits, default=Digits.LATIN)

    panels = [
        FieldPanel("own_name"),
        FieldPanel("direction"),
        FieldPanel("order"),
        FieldPanel("is_public"),
        FieldPanel("mode"),
        FieldPanel("fallbacks"),
        FieldPanel("exchange_code"),
        FieldPanel("digits"),
    ]

    class Meta:
        verbose_name = _("locale profile")
        verbose_name_plural = _("locale profiles")
        ordering = ["order", "own_name"]

    def __str__(self) -> str:
        return self.own_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a profile made in the form of a new locale takes the place of the one the locale already got."""
        if self.pk is None:
            self.pk = LocaleProfile.objects.filter(locale_id=self.locale_id).values_list("pk", flat=True).first()
            self._state.adding = self.pk is None
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse fallbacks that no locale has, and fallbacks of a written locale."""
        if self.mode == self.Mode.WRITTEN and self.fallbacks:
            raise ValidationError({"fallbacks": _("A written language never falls back to another one.")})
        known = set(Locale.objects.values_list("language_code", flat=True))
        unknown = [code for code in self.fallbacks.split() if code not in known]
        if unknown:
            raise ValidationError({"fallbacks": _("No such language here: %(codes)s.") % {"codes": ", ".join(unknown)}})
