"""What the readers' search finds."""

from typing import Any

from wagtail.models import Page

from cms.core.models import Edition
from cms.core.privacy import public
from cms.core.reader import Reader
from cms.core.resolver import with_age

LONGEST_QUERY = 200
MOST_MATCHES = 1000


def clean(query: str) -> str:
    """Return a query as it is searched for: without control characters, not too long."""
    return query.replace("\x00", "").strip()[:LONGEST_QUERY]


def find(query: str, reader: Reader) -> Any:
    """Return pages that match `query`, the best first; only those that count in the reader's language are found."""
    pages = public(Page.objects.live()).filter(
        locale_id=reader.language.locale_id, pk__in=Edition.objects.values("page_id")
    )
    return with_age(pages).search(query) if query else pages.none()


def matching(pages: Any, query: str) -> list[int]:
    """Return the primary keys of those of `pages` that match `query`, the thousand best at most."""
    query = clean(query)
    return [page.pk for page in pages.search(query)[:MOST_MATCHES]] if query else []
