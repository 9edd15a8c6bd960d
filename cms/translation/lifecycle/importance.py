"""What an editor says of a change: how much it matters to other languages. Kept with the revision."""

from wagtail.models import Page, Revision

from cms.core.models import Edition
from cms.translation.models import ReleaseImportance

Importance = ReleaseImportance.Importance
FIELD = "importance_of_change"
"""Name of the field in the page form."""


def is_asked(page: Page) -> bool:
    """Return whether a change of the page matters to others: it is a live source with editions in other languages."""
    if not page.live or page.alias_of_id:
        return False
    editions = Edition.objects.filter(page__translation_key=page.translation_key).values_list("page_id", "kind")
    kinds = dict(editions)
    return kinds.get(page.pk) == Edition.Kind.SOURCE and len(kinds) > 1


def importance_of(revision: Revision | None) -> Importance:
    """Return the importance of a revision, normal where nobody said anything."""
    found = ReleaseImportance.objects.filter(revision=revision).first() if revision else None
    return Importance(found.importance) if found else Importance.NORMAL


def set_importance(revision: Revision, importance: str) -> None:
    """Keep what the editor chose for the revision; what is no choice counts as normal."""
    if importance in (Importance.MINOR, Importance.URGENT):
        ReleaseImportance.objects.update_or_create(revision=revision, defaults={"importance": importance})
    else:
        ReleaseImportance.objects.filter(revision=revision).delete()
