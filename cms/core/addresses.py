"""What stands at an address of this site: a page for its reader, a redirect, or nothing.

The HTML site answers by Wagtail's own `serve`, which asks the same functions in the same order; a test compares.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from django.http import Http404, HttpRequest
from django.urls import is_valid_path
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.core.languages import Language
from cms.core.privacy import is_public
from cms.core.reader import become
from cms.core.resolver import Reading, reading_of

_PAGE = re.compile(r"/(?:[\w-]+/)+")
"""What Wagtail takes for a page's address; everything else is none."""


@dataclass(frozen=True)
class Found:
    """A page as the reader of the address gets it; `arguments` are those of its route, such as a year."""

    reading: Reading
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Moved:
    """Another address to go to, by HTTP status 301 or 302; `target` is a path or a full address."""

    status: int
    target: str


@dataclass(frozen=True)
class Missing:
    """Nothing for this reader. `page` is the row at the address, whose other languages may have something."""

    page: Page | None = None


def resolve(request: HttpRequest, address: str) -> Found | Moved | Missing:
    """Return what is at `address`, a path of this site, percent-encoded or not, and read on in its language.

    Private pages are missing.
    """
    path = unquote(address).split("?", 1)[0].split("#", 1)[0]
    languages = request.reader.languages
    if path == "/":
        return Moved(302, f"/{languages.public[0].code}/")
    language = languages.get(path.removeprefix("/").split("/", 1)[0])
    if language and language.is_public:
        become(request, language)
        found = _page_at(request, language, path)
    else:
        found = Missing()
    return found if isinstance(found, Found) else _redirect(request, path) or _slash_added(path) or found


def _page_at(request: HttpRequest, language: Language, path: str) -> Found | Missing:
    if not _PAGE.fullmatch(path):
        return Missing()
    route = Page.route_for_request(request, path.removeprefix(f"/{language.code}/"))
    if route is None or not is_public(route.page):
        return Missing()
    reading = reading_of(route.page, request.reader) if route.page.locale_id == language.locale_id else None
    return Found(reading, route.kwargs) if reading else Missing(route.page)


def _redirect(request: HttpRequest, path: str) -> Moved | None:
    redirect = get_redirect(request, Redirect.normalise_path(path))
    if redirect is None or redirect.link is None:
        return None
    return Moved(301 if redirect.is_permanent else 302, redirect.link)


def _slash_added(path: str) -> Moved | None:
    """Return the address with a slash where something may answer there, as Django's CommonMiddleware does."""
    return Moved(301, f"{path}/") if not path.endswith("/") and is_valid_path(f"{path}/") else None


def content_at(request: HttpRequest, found: Found) -> Any:
    """Return the typed content of a found page and its frame; None where its route asked for a part that is not."""
    try:
        return found.reading.words.get_content(request, found.reading, **found.arguments)
    except Http404:
        return None
