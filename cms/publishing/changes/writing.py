"""Writing changes down, in the transaction that makes them."""

from collections.abc import Iterable

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.core.cachetags import LOCALES, REDIRECTS, SETTINGS, document_tag, list_tag, picture_tag
from cms.documents.models import CustomDocument
from cms.images.models import CustomImage
from cms.publishing.models import Change, KnownAddress
from cms.publishing.webhooks.waking import wake_after_commit

BATCH = 500
Kind = Change.Kind


def write(changes: Iterable[Change]) -> None:
    """Enter changes in this order; whoever listens is told after the commit."""
    entered = Change.objects.bulk_create(changes, batch_size=BATCH)
    if entered:
        wake_after_commit()


def write_update(page: Page) -> None:
    """Enter that readers get something else at the addresses of a page, though nobody published it."""
    known = KnownAddress.objects.filter(page_id=page.pk).first()
    if known:
        write([_about(known, Kind.PAGE_UPDATED)])


def write_reorder(page: Page) -> None:
    """Enter that a page stands elsewhere among its siblings; its address is the same."""
    known = KnownAddress.objects.filter(page_id=page.pk).first()
    if known:
        write([_about(known, Kind.PAGE_MOVED)])


def write_picture(image: CustomImage, kind: Kind) -> None:
    """Enter a change of a picture, of its rights or of what is said about it."""
    write_pictures([image], kind)


def write_pictures(images: Iterable[CustomImage], kind: Kind) -> None:
    """Enter a change of several pictures."""
    write(
        Change(kind=kind, picture_id=image.pk, tags=[list_tag(CustomImage), picture_tag(image.pk)]) for image in images
    )


def write_documents(documents: Iterable[CustomDocument], kind: Kind) -> None:
    """Enter a change of documents, of their files or of who may get them."""
    write(Change(kind=kind, tags=[document_tag(document.pk)]) for document in documents)


def write_settings() -> None:
    """Enter a change of logo, colours or switches, which every page shows."""
    write([Change(kind=Kind.SETTINGS_CHANGED, tags=[SETTINGS])])


def write_locales() -> None:
    """Enter a change of the languages that readers are offered."""
    write([Change(kind=Kind.LOCALES_CHANGED, tags=[LOCALES])])


def write_redirect(redirect: Redirect, *, is_gone: bool) -> None:
    """Enter that a redirect was added, changed or deleted. `paths` name the address that leads elsewhere."""
    place = "gone_paths" if is_gone else "paths"
    write([Change(kind=Kind.REDIRECT_CHANGED, tags=[REDIRECTS], **{place: [redirect.old_path]})])


def _about(known: KnownAddress, kind: Kind) -> Change:
    return Change(
        kind=kind,
        page_id=known.page_id,
        translation_key=known.translation_key,
        model=known.model,
        locale=known.locale,
        paths=[known.path],
        tags=known.tags,
    )
