"""What third parties tell this room: locales that appear, pages that are published."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Locale
from wagtail.signals import page_published

from cms.core.editions import keep_alias_behind_source, record_edition
from cms.core.profiles import create_profile


def connect() -> None:
    """Connect the handlers of this app."""
    post_save.connect(profile_new_locale, sender=Locale, dispatch_uid="core.profile_new_locale")
    page_published.connect(page_was_published, dispatch_uid="core.page_was_published")


def profile_new_locale(instance: Locale, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Give every new locale its profile."""
    if created and not raw:
        create_profile(instance)


def page_was_published(instance: Any, **kwargs: Any) -> None:
    """Record the edition of a page that went live; hold back an alias whose source did not."""
    if instance.alias_of_id:
        keep_alias_behind_source(instance)
    elif instance.live:
        record_edition(instance)
