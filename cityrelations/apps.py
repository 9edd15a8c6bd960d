"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CityRelationsConfig(AppConfig):
    """Partner cities, networks, topics, projects, news, events and partners."""

    name = "cityrelations"
    verbose_name = _("City relations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what texts can count and what the publishing gate asks."""
        from cityrelations import counts, problems

        counts.register()
        problems.register()
