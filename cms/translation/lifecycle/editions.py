"""The editions of one page: its source, and the others that are made from it."""

from django.db.models import Q, QuerySet
from wagtail.models import Page, Revision
from wagtail_localize.models import TranslationSource

from cms.core.models import Edition

Kind = Edition.Kind


def source_edition(page: Page) -> Edition | None:
    """Return the edition that the page in any language is made from, None while nobody published one."""
    found = Edition.objects.filter(page__translation_key=page.translation_key, kind=Kind.SOURCE)
    return found.select_related("page", "page__locale").first()


def other_editions(page: Page) -> QuerySet[Edition]:
    """Return the editions of a source page in other languages, each with its page and its basis."""
    found = Edition.objects.filter(page__translation_key=page.translation_key).exclude(page_id=page.pk)
    return found.select_related("page", "page__locale", "basis").order_by("pk")


def is_source(page: Page) -> bool:
    """Return whether the other rows of a page follow this one: it is the source edition, or will be once published."""
    if page.alias_of_id:
        return False
    source = source_edition(page)
    if source:
        return source.page_id == page.pk
    submitted = TranslationSource.objects.filter(object_id=page.translation_key, locale_id=page.locale_id)
    return submitted.exists() or page.aliases.exists()


def rows_beside(page: Page) -> QuerySet[Page]:
    """Return the rows of a page in other languages, in the order of their primary keys."""
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk).order_by("pk")


def open_drafts(pages: QuerySet[Page]) -> QuerySet[Revision]:
    """Return the revisions of these pages that may still go live: the latest ones, and those that are scheduled."""
    ids = pages.values("pk")
    latest = pages.exclude(latest_revision=None).values("latest_revision_id")
    return Revision.page_revisions.filter(object_id__in=[str(one["pk"]) for one in ids]).filter(
        Q(pk__in=latest) | Q(approved_go_live_at__isnull=False)
    )
