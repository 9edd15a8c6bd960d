"""App configuration."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    """Publishing."""

    name = "cms.publishing"
    label = "publishing"
    verbose_name = _("Publishing")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the worker look every few seconds whether something is due."""
        from cms.core import periodic
        from cms.publishing.scheduler import publish_due

        periodic.register("publish and expire pages", publish_due, every=timedelta(seconds=15))
