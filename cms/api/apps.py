"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """The content API."""

    name = "cms.api"
    label = "api"
    verbose_name = _("Content API")

    def ready(self) -> None:
        """Register the check that everything readers see has typed content."""
        from cms.api import checks

        checks.connect()
