"""The path at which a page is found: its language, then the slugs below the front page. Nobody is asked."""

from typing import Any
from urllib.parse import quote

from django.utils.http import RFC3986_SUBDELIMS


def page_path(page: Any, language_code: str) -> str:
    """Return the path of a page, percent-encoded as Django's `reverse` does it."""
    below = page.url_path.split("/", 2)[2] if page.url_path.count("/") > 1 else ""
    return f"/{language_code}/" + quote(below, safe=RFC3986_SUBDELIMS + "/~:@")
