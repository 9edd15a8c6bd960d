"""Rules of the office for translations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="wagtail-localize-language")
class TranslationSettings(BaseGenericSetting):
    """Switches that hold for every language."""

    approval_required = models.BooleanField(
        _("publish only approved translations"),
        default=True,
        help_text=_("A translation that was worked on goes on the air only after a reviewer approved its wording."),
    )
    four_eyes = models.BooleanField(
        _("nobody approves their own text"),
        default=False,
        help_text=_("Whoever wrote or sent in the text cannot approve it."),
    )
    machine_translation = models.BooleanField(
        _("offer machine translation"),
        default=False,
        help_text=_(
            "Needs a connection to a translation service in the settings of the server. Texts stay marked until "
            "a person confirms them, and are never published before."
        ),
    )
    tell_readers_of_machines = models.BooleanField(
        _("tell readers where a machine helped"),
        default=False,
        help_text=_("Pages with texts that a machine drafted and a person confirmed say so."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("approval_required"), FieldPanel("four_eyes")], heading=_("Approval")),
        MultiFieldPanel(
            [FieldPanel("machine_translation"), FieldPanel("tell_readers_of_machines")],
            heading=_("Machine translation"),
        ),
    ]

    class Meta:
        verbose_name = _("translation settings")
