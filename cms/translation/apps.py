"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    """What this product adds to wagtail-localize: work on translations, their age, their exchange."""

    name = "cms.translation"
    label = "translation"
    verbose_name = _("Translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect signal handlers, take saving over from wagtail-localize, and register the publishing checks."""
        from cms.translation import approval, saving, signal_handlers

        signal_handlers.connect()
        saving.install()
        approval.register()
