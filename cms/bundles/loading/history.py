"""What publishing leaves behind: a revision, an entry in the page's history, and the edition that makes it count."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageLogEntry, Revision

from cms.bundles.outline import RowKind
from cms.core.models import BasePage, Edition

BATCH = 200
_KINDS = {
    RowKind.SOURCE: Edition.Kind.SOURCE,
    RowKind.TRANSLATION: Edition.Kind.TRANSLATION,
    RowKind.WRITTEN: Edition.Kind.WRITTEN,
}


def record_publication(pages: Iterable[tuple[BasePage, RowKind]]) -> None:
    """Give each saved page its live revision and its edition. Aliases have no edition, and their source's revision."""
    pages = list(pages)
    published = [(page, kind) for page, kind in pages if kind in _KINDS]
    _record_revisions([page for page, _kind in published])
    _share_revisions([page for page, _kind in pages])
    _record_editions(published)


def _record_revisions(pages: list[BasePage]) -> None:
    base = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create([_revision(page, base) for page in pages], batch_size=BATCH)
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = page.live_revision = revision
    names = ["latest_revision", "live_revision"]
    rows = [Page(pk=page.pk, latest_revision=page.latest_revision, live_revision=page.live_revision) for page in pages]
    Page.objects.bulk_update(rows, names, batch_size=BATCH)
    PageLogEntry.objects.bulk_create([_log_entry(page) for page in pages], batch_size=BATCH)


def _share_revisions(pages: list[BasePage]) -> None:
    """Let aliases name their source's live revision, as Wagtail does."""
    revisions = {page.pk: page.live_revision_id for page in pages}
    rows = [Page(pk=page.pk, live_revision_id=revisions[page.alias_of_id]) for page in pages if page.alias_of_id]
    Page.objects.bulk_update(rows, ["live_revision"], batch_size=BATCH)


def _revision(page: BasePage, base: ContentType) -> Revision:
    return Revision(
        content_object=page,
        base_content_type=base,
        created_at=page.last_published_at,
        object_str=str(page),
        content=page.serializable_data(),
    )


def _log_entry(page: BasePage) -> PageLogEntry:
    return PageLogEntry(
        page=page,
        content_type=ContentType.objects.get_for_model(type(page)),
        label=page.get_admin_display_title(),
        action="wagtail.publish",
        timestamp=page.last_published_at,
        revision=page.latest_revision,
        content_changed=True,
    )


def _record_editions(published: list[tuple[BasePage, RowKind]]) -> None:
    editions = Edition.objects.bulk_create(
        [Edition(page_id=page.pk, kind=_KINDS[kind]) for page, kind in published], batch_size=BATCH
    )
    for edition, (page, _kind) in zip(editions, published, strict=True):
        edition.first_published_at = page.first_published_at
    Edition.objects.bulk_update(editions, ["first_published_at"], batch_size=BATCH)
