"""What an editor says of a change: how much it matters to other languages. Kept with the revision."""

from wagtail.models import Revision

from cms.translation.models import ReleaseImportance

Importance = ReleaseImportance.Importance


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
