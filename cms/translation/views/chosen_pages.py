"""The pages that a form about pages was opened for, and where it leads back to."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

TITLES_SHOWN = 20
MOST_COUNTED = 200
"""An address holds no more pages; whoever wants more counts a section."""


def chosen_pages(request: HttpRequest) -> list[Page] | None:
    """Return the pages of the address (`?id=…&id=…`) in the order of the tree, None where it names none."""
    ids = [pk for pk in request.GET.getlist("id") if pk.isdecimal() and len(pk) < 19]
    return list(Page.objects.filter(pk__in=ids, depth__gt=1).order_by("path")) or None


def titles_of(pages: list[Page]) -> dict[str, Any]:
    """Return for a template the titles of the first pages, how many there are besides, and where words are counted."""
    titles = [page.get_admin_display_title() for page in pages[:TITLES_SHOWN]]
    ids = urlencode([("id", page.pk) for page in pages[:MOST_COUNTED]])
    words_url = f"{reverse('translation_words')}?{ids}"
    return {"titles": titles, "more": max(0, len(pages) - TITLES_SHOWN), "words_url": words_url}


def back_url(request: HttpRequest) -> str:
    """Return where the person came from, else the list of what waits."""
    return get_valid_next_url_from_request(request) or reverse("translation_waiting")
