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
        """Connect the signal handlers, and let the worker look again and again whether something is due."""
        from cms.core import periodic
        from cms.publishing import signal_handlers
        from cms.publishing.changes.comparison import compare
        from cms.publishing.changes.pictures import tell_rights
        from cms.publishing.changes.pruning import prune
        from cms.publishing.drafts import front_end
        from cms.publishing.drafts.snapshots import forget_old
        from cms.publishing.scheduler import publish_due
        from cms.publishing.webhooks.sending import deliver_due

        signal_handlers.connect()
        front_end.connect()
        periodic.register("publish and expire pages", publish_due, every=timedelta(seconds=15))
        periodic.register("compare what readers find with the log", compare, every=timedelta(minutes=15))
        periodic.register("tell rights to pictures", tell_rights, every=timedelta(minutes=5))
        periodic.register("forget old changes", prune, every=timedelta(hours=6))
        periodic.register("forget old previews", forget_old, every=timedelta(minutes=10))
        periodic.register("send webhooks", deliver_due, every=timedelta(seconds=5))
