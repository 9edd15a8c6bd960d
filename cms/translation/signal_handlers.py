"""What third parties tell this room: languages and front pages that appear."""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_migrate, post_save
from wagtail.models import Locale, get_page_models

from cms.translation.roles import FRONT_PAGE_DEPTH, make_missing_roles, make_roles, open_front_page


def connect() -> None:
    """Connect the handlers of this app."""
    config = apps.get_app_config("translation")
    post_migrate.connect(database_was_updated, sender=config, dispatch_uid="translation.database_was_updated")
    post_save.connect(locale_was_saved, sender=Locale, dispatch_uid="translation.locale_was_saved")
    for model in get_page_models():
        post_save.connect(page_was_saved, sender=model, dispatch_uid=f"translation.page_was_saved.{model.__name__}")


def database_was_updated(apps: Any = apps, **kwargs: Any) -> None:
    """Make the roles of languages that were there before; not while this app's own tables are taken away."""
    if "localerole" in apps.all_models["translation"]:
        make_missing_roles()


def locale_was_saved(instance: Locale, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Give every new language its roles."""
    if created and not raw:
        make_roles(instance)


def page_was_saved(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Give the roles of a language their rights on its new front page."""
    if created and not raw and instance.depth == FRONT_PAGE_DEPTH:
        open_front_page(instance)
