"""What the readers' search finds."""

from typing import Any

from wagtail.models import Page

from cms.core.privacy import public
from cms.core.reader import Reader
from cms.core.resolver import with_age

LONGEST_QUERY = 200
MOST_MATCHES = 1000


def clean(query: str) -> str:
    """Return a query as it is searched for.

    Without NUL and quotation marks, which databases read as syntax, and without signs that stand alone, such as the
    one in "Kunst & Kultur": no page holds them as a word, so nothing would be found.
    """
    plain = query.replace("\x00", "").replace('"', " ")[:LONGEST_QUERY]
    return " ".join(term for term in plain.split() if any(map(str.isalnum, term)))


def find(query: str, reader: Reader) -> Any:
    """Return pages that match `query`, the best first; only those that count in the reader's language are found."""
    pages = searchable(public(Page.objects.live()).filter(locale_id=reader.language.locale_id, edition__isnull=False))
    return with_age(pages).search(query) if query else pages.none()


def searchable(pages: Any) -> Any:
    """Return the same pages in a form whose conditions Wagtail's search understands."""
    return Page.objects.filter(pk__in=pages.order_by().values("pk"))


def matching(pages: Any, query: str) -> list[int]:
    """Return the primary keys of those of `pages` that match `query`, the thousand best at most."""
    query = clean(query)
    return [page.pk for page in searchable(pages).search(query)[:MOST_MATCHES]] if query else []
