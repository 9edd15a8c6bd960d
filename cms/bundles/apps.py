"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BundlesConfig(AppConfig):
    """Bundles."""

    name = "cms.bundles"
    label = "bundles"
    verbose_name = _("Bundles")
    default_auto_field = "django.db.models.BigAutoField"
