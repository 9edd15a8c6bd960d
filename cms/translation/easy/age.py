"""How old a written page is, counted in words of its source."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Page

from cms.translation.models import Basis


@dataclass(frozen=True)
class Age:
    """By how many words the source changed since the text was published or checked; 0 is current."""

    words: int
    is_urgent: bool
    checked_at: datetime | None


def age_of(page: Page) -> Age | None:
    """Return the age of a written page, None for one that readers have not seen yet."""
    basis = Basis.objects.filter(edition__page_id=page.pk).first()
    return Age(basis.words_changed, basis.urgent_since is not None, basis.checked_at) if basis else None
