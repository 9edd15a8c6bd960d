"""Whether a token opens a draft, and if not, why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone
from wagtail.models import Page

from cms.core.models.secret_link import last_day_before
from cms.publishing.drafts import snapshots
from cms.publishing.drafts.links import note_use
from cms.publishing.models import DraftLink

HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}
"""Of every answer to a token."""


@dataclass(frozen=True)
class Draft:
    """A page as nobody may publish it yet, for whom, and until when it can be seen."""

    page: Page
    label: str
    until: datetime

    @property
    def last_day(self) -> date:
        """Return the last day on which it can be seen."""
        return last_day_before(self.until)


class Reason(StrEnum):
    """Why a token opens nothing."""

    FORGED = "forged"
    EXPIRED = "expired"
    REVOKED = "revoked"
    GONE = "gone"


@dataclass(frozen=True)
class Closed:
    """A token that opens nothing. `last_day` is when one that expired was still valid."""

    reason: Reason
    last_day: date | None = None


def open_link(token: str) -> Draft | Closed:
    """Return the draft that a link shows, and count the use."""
    link = DraftLink.find(token)
    if link is None:
        return Closed(Reason.FORGED)
    if link.revoked_at:
        return Closed(Reason.REVOKED)
    if not link.is_valid:
        return Closed(Reason.EXPIRED, link.last_day)
    if link.page.alias_of_id:
        return Closed(Reason.GONE)
    page = _restored(link.page.get_latest_revision_as_object)
    if page is None:
        return Closed(Reason.GONE)
    note_use(link)
    return Draft(page, link.label, link.expires_at)


def open_preview(token: str) -> Draft | Closed:
    """Return the page that stands, or a little while ago stood, in an editor's form."""
    snapshot = snapshots.find(token)
    if snapshot is None:
        return Closed(Reason.FORGED)
    if snapshot.expires_at <= timezone.now():
        return Closed(Reason.EXPIRED, timezone.localdate(snapshot.expires_at))
    page = _restored(lambda: snapshots.page_of(snapshot))
    return Draft(page, "", snapshot.expires_at) if page else Closed(Reason.GONE)


def open_any(token: str) -> Draft | Closed:
    """Return what a token opens, be it of a link or of a preview."""
    found = open_link(token)
    return open_preview(token) if found == Closed(Reason.FORGED) else found


def _restored(make: Callable[[], Page | None]) -> Page | None:
    """Return the page, None where something was deleted since that it cannot be without.

    Of that, django-modelcluster tells with nothing more than an `Exception`.
    """
    try:
        return make()
    except Exception as error:
        if type(error) is not Exception:
            raise
        return None
