"""Settings of the installation that have no words."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from cms.core.colours import LEAST_CONTRAST, NIGHT, PAPER, address, contrast
from cms.images.models import CustomImage

hex_colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Give the colour as # and six hexadecimal digits, such as #c23b21.")
)


@register_setting(icon="cog")
class SiteSettings(BaseGenericSetting):
    """Logo, colours, the home city's place on the globe, and switches."""

    logo = models.ForeignKey(
        CustomImage, verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    accent = models.CharField(
        _("accent colour on light ground"), max_length=7, default="#c23b21", validators=[hex_colour]
    )
    accent_dark = models.CharField(
        _("accent colour on dark ground"), max_length=7, default="#ff8a72", validators=[hex_colour]
    )
    home_latitude = models.FloatField(
        _("latitude of the home city"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Decimal degrees (WGS 84), north positive."),
    )
    home_longitude = models.FloatField(
        _("longitude of the home city"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Decimal degrees (WGS 84), east positive."),
    )
    time_zone = models.CharField(
        _("time zone of the home city"), max_length=64, default="UTC", help_text=_("IANA name, such as Europe/Berlin.")
    )
    is_demo = models.BooleanField(
        _("demonstration"), default=False, help_text=_("Tells readers on every page that this is no official site.")
    )

    panels = [
        FieldPanel("logo"),
        FieldRowPanel([FieldPanel("accent"), FieldPanel("accent_dark")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("home_latitude"), FieldPanel("home_longitude")]),
                FieldPanel("time_zone"),
            ],
            heading=_("Home city"),
        ),
        FieldPanel("is_demo"),
    ]

    class Meta:
        verbose_name = _("site settings")

    def clean(self) -> None:
        """Refuse an accent that cannot be read on the ground it stands on."""
        pairs = {"accent": (self.accent, PAPER), "accent_dark": (self.accent_dark, NIGHT)}
        faint = {name: pair for name, pair in pairs.items() if contrast(*pair) < LEAST_CONTRAST}
        if faint:
            message = _("Too faint to read: choose a colour with a contrast of at least 4.5 : 1 to %(ground)s.")
            raise ValidationError({name: message % {"ground": ground} for name, (_own, ground) in faint.items()})

    @property
    def colours_url(self) -> str:
        """Return the address of the stylesheet with the accent, or "" while it is the default one."""
        defaults = [self._meta.get_field(name).default for name in ("accent", "accent_dark")]
        own = [self.accent.lower(), self.accent_dark.lower()]
        return "" if own == defaults else address(self.accent, self.accent_dark)
