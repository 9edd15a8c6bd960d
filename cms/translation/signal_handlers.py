"""What third parties tell this room: languages and front pages that appear, and what becomes of pages."""

from typing import Any

from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save, pre_delete, pre_save
from wagtail.models import Locale, Page, PageViewRestriction, Revision, get_page_models
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move
from wagtail_localize.models import LocaleSynchronization

from cms.core.editions import forget_edition
from cms.core.models import LocaleProfile
from cms.translation.easy.guards import refuse_synchronisation, stop_synchronisation
from cms.translation.lifecycle.basis import make_missing_bases
from cms.translation.lifecycle.editions import is_source
from cms.translation.lifecycle.moving import follow_address, move_versions
from cms.translation.lifecycle.privacy import follow_privacy
from cms.translation.lifecycle.publication import page_went_live
from cms.translation.lifecycle.withdrawing import leave_versions, withdraw_versions
from cms.translation.models import Deputyship
from cms.translation.roles.deputies import take_back
from cms.translation.roles.groups import FRONT_PAGE_DEPTH, make_missing_roles, make_roles, open_front_page


def connect() -> None:
    """Connect the handlers of this app."""
    config = apps.get_app_config("translation")
    post_migrate.connect(database_was_updated, sender=config, dispatch_uid="translation.database_was_updated")
    post_save.connect(locale_was_saved, sender=Locale, dispatch_uid="translation.locale_was_saved")
    for model in get_page_models():
        post_save.connect(page_was_saved, sender=model, dispatch_uid=f"translation.page_was_saved.{model.__name__}")
    page_published.connect(page_was_published, dispatch_uid="translation.page_was_published")
    page_unpublished.connect(page_was_unpublished, dispatch_uid="translation.page_was_unpublished")
    pre_delete.connect(page_is_deleted, sender=Page, dispatch_uid="translation.page_is_deleted")
    pre_delete.connect(deputyship_is_deleted, sender=Deputyship, dispatch_uid="translation.deputyship_is_deleted")
    post_page_move.connect(page_was_moved, dispatch_uid="translation.page_was_moved")
    page_slug_changed.connect(address_was_changed, dispatch_uid="translation.address_was_changed")
    pre_save.connect(
        synchronisation_is_saved, sender=LocaleSynchronization, dispatch_uid="translation.synchronisation_is_saved"
    )
    post_save.connect(profile_was_saved, sender=LocaleProfile, dispatch_uid="translation.profile_was_saved")
    for signal in (post_save, post_delete):
        signal.connect(privacy_was_changed, sender=PageViewRestriction, dispatch_uid="translation.privacy_was_changed")
    m2m_changed.connect(
        privacy_was_changed,
        sender=PageViewRestriction.groups.through,
        dispatch_uid="translation.privacy_of_groups_was_changed",
    )


def database_was_updated(apps: Any = apps, **kwargs: Any) -> None:
    """Make roles and bases of what was there before; not while this app's own tables are taken away."""
    if "localerole" in apps.all_models["translation"]:
        make_missing_roles()
        make_missing_bases()


def locale_was_saved(instance: Locale, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Give every new language its roles."""
    if created and not raw:
        make_roles(instance)


def synchronisation_is_saved(instance: LocaleSynchronization, raw: bool = False, **kwargs: Any) -> None:
    """Keep wagtail-localize from filling a written language."""
    if not raw:
        refuse_synchronisation(instance)


def profile_was_saved(instance: LocaleProfile, raw: bool = False, **kwargs: Any) -> None:
    """Stop what fills a language that is written from now on."""
    if not raw:
        stop_synchronisation(instance)


def page_was_saved(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Give the roles of a language their rights on its new front page; let what became an alias not count."""
    if created and not raw and instance.depth == FRONT_PAGE_DEPTH:
        open_front_page(instance)
    if instance.alias_of_id and not created:
        forget_edition(instance)


def page_was_published(instance: Any, revision: Revision | None = None, **kwargs: Any) -> None:
    """Let the other versions of a page know of it; one that is only scheduled is not published yet."""
    if instance.live and not instance.alias_of_id:
        page_went_live(instance, revision)


def page_was_unpublished(instance: Any, **kwargs: Any) -> None:
    """Take the versions of a source off the air with it."""
    if is_source(instance):
        withdraw_versions(instance)


def page_is_deleted(instance: Page, **kwargs: Any) -> None:
    """Keep the versions of a source that is deleted, off the air."""
    if is_source(instance):
        leave_versions(instance)


def deputyship_is_deleted(instance: Deputyship, **kwargs: Any) -> None:
    """Take back what the deputy has on loan; deleting an account deletes its deputyships too."""
    take_back(instance)


def page_was_moved(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    """Let the versions of a source follow it to its new place; another order of siblings is none."""
    if parent_page_before.pk != parent_page_after.pk and is_source(instance):
        move_versions(instance, parent_page_after)


def address_was_changed(instance: Any, instance_before: Any, **kwargs: Any) -> None:
    """Let the versions of a source that have no words of their own follow its address."""
    if is_source(instance):
        follow_address(instance, instance_before.slug)


def privacy_was_changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Let the versions of a source be as private as it is."""
    page = None if raw else Page.objects.filter(pk=getattr(instance, "page_id", None)).first()
    if page and is_source(page):
        follow_privacy(page)
