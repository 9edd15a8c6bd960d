"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """What every page shares."""

    name = "cms.core"
    label = "core"
    verbose_name = _("Core")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect signal handlers and register the publishing checks of this room."""
        from cms.core import signal_handlers
        from cms.core.problems import pictures, placeholders

        signal_handlers.connect()
        pictures.register()
        placeholders.register()
