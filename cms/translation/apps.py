"""App configuration."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from cms.core import periodic


class TranslationConfig(AppConfig):
    """What this product adds to wagtail-localize: work on translations, their age, their exchange."""

    name = "cms.translation"
    label = "translation"
    verbose_name = _("Translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect signal handlers, take saving over from wagtail-localize, and register the publishing checks."""
        from cms.core import sentence_lines
        from cms.translation import signal_handlers
        from cms.translation.drafts import problems, saving
        from cms.translation.easy import guards, lines
        from cms.translation.exchange import shelf
        from cms.translation.machine import authorship
        from cms.translation.notices import sending
        from cms.translation.roles import deputies
        from cms.translation.work import approval

        signal_handlers.connect()
        saving.install()
        approval.register()
        problems.register()
        authorship.register()
        periodic.register("deputies", deputies.apply_deputies, every=deputies.APPLIED_EVERY)
        periodic.register("notices about translations", sending.send_due, every=sending.RETRY_EVERY)
        periodic.register("old translation files", shelf.clear, every=shelf.CLEARED_EVERY)
        sentence_lines.register(lines.in_lines)
        guards.install()
