"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImagesConfig(AppConfig):
    """Pictures with their rights: who made them, what may be done with them, and their renditions."""

    name = "cms.images"
    label = "images"
    verbose_name = _("Pictures")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the signal handlers, and let every PNG be opened."""
        from cms.images import bit_depth, signal_handlers

        bit_depth.register()
        signal_handlers.connect()
