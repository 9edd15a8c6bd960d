"""What third parties tell this room: all that makes readers find something else.

Draft saves are not among it: only what is live is compared.
"""

from typing import Any

from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, get_page_models
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.core import changes
from cms.core.models import LocaleProfile, SiteSettings
from cms.documents.models import CustomDocument
from cms.images.models import CustomImage
from cms.publishing.changes.comparison import (
    compare,
    compare_branch,
    compare_deleted,
    compare_page,
    remember_silently,
)
from cms.publishing.changes.writing import (
    write_documents,
    write_locales,
    write_picture,
    write_pictures,
    write_redirect,
    write_reorder,
    write_settings,
    write_update,
)
from cms.publishing.models import Change


def connect() -> None:
    """Connect the handlers of this app."""
    config = apps.get_app_config("publishing")
    post_migrate.connect(database_was_updated, sender=config, dispatch_uid="publishing.database_was_updated")
    changes.register(write_update)
    _connect_pages()
    for signal, name in ((post_save, "saved"), (post_delete, "deleted")):
        signal.connect(picture_was_changed, sender=CustomImage, dispatch_uid=f"publishing.picture_was_{name}")
        signal.connect(document_was_changed, sender=CustomDocument, dispatch_uid=f"publishing.document_was_{name}")
        signal.connect(settings_were_changed, sender=SiteSettings, dispatch_uid=f"publishing.settings_were_{name}")
        signal.connect(locale_was_changed, sender=LocaleProfile, dispatch_uid=f"publishing.locale_was_{name}")
        signal.connect(redirect_was_changed, sender=Redirect, dispatch_uid=f"publishing.redirect_was_{name}")
        signal.connect(privacy_was_changed, sender=PageViewRestriction, dispatch_uid=f"publishing.privacy_was_{name}")
        signal.connect(
            collection_was_restricted,
            sender=CollectionViewRestriction,
            dispatch_uid=f"publishing.restriction_of_collection_was_{name}",
        )


def _connect_pages() -> None:
    page_published.connect(page_was_published, dispatch_uid="publishing.page_was_published")
    page_unpublished.connect(page_was_unpublished, dispatch_uid="publishing.page_was_unpublished")
    page_slug_changed.connect(address_was_changed, dispatch_uid="publishing.address_was_changed")
    post_page_move.connect(page_was_moved, dispatch_uid="publishing.page_was_moved")
    post_delete.connect(page_was_deleted, sender=Page, dispatch_uid="publishing.page_was_deleted")
    for model in get_page_models():
        post_save.connect(page_was_saved, sender=model, dispatch_uid=f"publishing.page_was_saved.{model.__name__}")
    m2m_changed.connect(
        privacy_was_changed,
        sender=PageViewRestriction.groups.through,
        dispatch_uid="publishing.privacy_of_groups_was_changed",
    )


def database_was_updated(apps: Any = apps, **kwargs: Any) -> None:
    """Learn what is there already; not while this app's own tables are taken away."""
    if "knownaddress" in apps.all_models["publishing"]:
        remember_silently()


def page_was_published(instance: Any, **kwargs: Any) -> None:
    """Tell of a page that went live; one that is only scheduled did not."""
    if instance.live:
        compare_page(instance)


def page_was_unpublished(instance: Any, **kwargs: Any) -> None:
    """Tell of a page that left the air."""
    compare_page(instance)


def page_was_saved(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Tell of aliases, which are made, and made of pages, without being published."""
    if instance.alias_of_id and instance.live and not raw:
        compare_page(instance)


def address_was_changed(instance: Any, **kwargs: Any) -> None:
    """Tell where a page and those below it are now."""
    compare_branch(instance)


def page_was_moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """Tell where a page and those below it are now, or that it stands elsewhere among its siblings."""
    if url_path_before == url_path_after:
        write_reorder(instance)
    else:
        compare_branch(instance)


def page_was_deleted(instance: Page, **kwargs: Any) -> None:
    """Tell of a page that is gone; those below it go in the same breath."""
    compare_deleted()


def privacy_was_changed(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Tell of pages that only some people may read from now on, and of those that all may read again."""
    page = None if raw else Page.objects.filter(pk=getattr(instance, "page_id", None)).first()
    if page:
        compare_branch(page)


def picture_was_changed(
    instance: CustomImage, signal: Any, created: bool = False, raw: bool = False, **kwargs: Any
) -> None:
    """Tell of a picture that was changed or deleted; nobody shows a new one yet."""
    if not created and not raw:
        write_picture(instance, Change.Kind.PICTURE_DELETED if signal is post_delete else Change.Kind.PICTURE_CHANGED)


def document_was_changed(
    instance: CustomDocument, signal: Any, created: bool = False, raw: bool = False, **kwargs: Any
) -> None:
    """Tell of a document that was changed or deleted; nobody offers a new one yet."""
    if not created and not raw:
        kind = Change.Kind.DOCUMENT_DELETED if signal is post_delete else Change.Kind.DOCUMENT_CHANGED
        write_documents([instance], kind)


def collection_was_restricted(
    instance: CollectionViewRestriction, signal: Any, created: bool = False, raw: bool = False, **kwargs: Any
) -> None:
    """Tell of what is in a collection, or below it, that became private or public.

    Which people may see what is private makes no difference to readers: they get nothing of it, whoever they are.
    """
    is_new_or_gone = created or signal is post_delete
    collection = Collection.objects.filter(pk=instance.collection_id).first() if is_new_or_gone and not raw else None
    if collection:
        inside = collection.get_descendants(inclusive=True)
        write_pictures(CustomImage.objects.filter(collection__in=inside), Change.Kind.PICTURE_CHANGED)
        write_documents(CustomDocument.objects.filter(collection__in=inside), Change.Kind.DOCUMENT_CHANGED)


def settings_were_changed(raw: bool = False, **kwargs: Any) -> None:
    """Tell of new settings."""
    if not raw:
        write_settings()


def locale_was_changed(raw: bool = False, **kwargs: Any) -> None:
    """Tell of another choice of languages, and of what readers find differently because of it."""
    if not raw:
        write_locales()
        compare()


def redirect_was_changed(instance: Redirect, signal: Any, raw: bool = False, **kwargs: Any) -> None:
    """Tell of a redirect."""
    if not raw:
        write_redirect(instance, is_gone=signal is post_delete)
