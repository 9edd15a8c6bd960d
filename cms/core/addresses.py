"""What stands at an address of this site: a page for its reader, a redirect, or nothing. HTML and API both ask here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from django.http import HttpRequest
from django.urls import is_valid_path
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.core.cachetags import note, page_tag
from cms.core.languages import Language
from cms.core.reader import Reader, become
from cms.core.redirects import target_of
from cms.core.resolver import Reading, is_source, reading_among, with_age
from cms.core.rows import rows_for
from cms.core.whole_pages import whole

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
    asked = address.split("#", 1)[0]
    path = unquote(asked.split("?", 1)[0])
    languages = request.reader.languages
    if path == "/":
        return Moved(302, f"/{languages.public[0].code}/")
    if path.startswith("//"):
        return Missing()
    language = languages.get(path.removeprefix("/").split("/", 1)[0])
    is_offered = language is not None and language.is_public
    found = page_at(become(request, language), path) if is_offered else Missing()
    return found if isinstance(found, Found) else _redirect(request, asked) or _slash_added(path) or found


def page_at(reader: Reader, path: str) -> Found | Missing:
    """Return the page at a decoded path that begins with the reader's language, as the reader gets it."""
    if not _PAGE.fullmatch(path):
        return Missing()
    slugs = path.split("/")[2:-1]
    rows = rows_for(reader)
    rows.want_sections()
    rows.want_address(reader.language.locale_id, slugs)
    row, rest = _deepest(rows.all(), reader.language, slugs)
    if row is None:
        return Missing()
    arguments = row.specific_class.arguments_of(row, rest) if rest else {}
    if arguments is None:
        return Missing()
    reading = reading_at(row, reader)
    return Found(reading, arguments) if reading else Missing(row)


def reading_at(row: Page, reader: Reader) -> Reading | None:
    """Return what the reader gets at the address of a live public row, None where nothing is readable."""
    note(reader, page_tag(row.translation_key))
    return _at(row, rows_for(reader).of_key(row.translation_key), reader)


def reading_of_private(page: Page, reader: Reader) -> Reading | None:
    """Return what somebody who may read the private `page` gets at its address, None where nothing is readable."""
    return _at(page, with_age(Page.objects.live().filter(translation_key=page.translation_key)), reader)


def _at(row: Page, versions: Iterable[Page], reader: Reader) -> Reading | None:
    reading = reading_among(versions, reader)
    is_here = reading is not None and reading.address.pk == row.pk
    is_readable = is_here and (is_source(reading.facts) or not reading.is_fallback)
    return whole(reading) if is_readable else None


def _deepest(rows: list[Page], language: Language, slugs: list[str]) -> tuple[Page | None, list[str]]:
    """Return the page that the longest beginning of `slugs` leads to, and the slugs that are left; at most one is."""
    fronts = [row for row in rows if row.is_front_page and row.locale_id == language.locale_id]
    if not fronts:
        return None, slugs
    for length in (len(slugs), len(slugs) - 1):
        beginning = fronts[0].url_path + "".join(f"{slug}/" for slug in slugs[:length])
        for row in rows:
            if length >= 0 and row.url_path == beginning and row.locale_id == language.locale_id:
                return row, slugs[length:]
    return None, slugs


def _redirect(request: HttpRequest, asked: str) -> Moved | None:
    """Return where a redirect leads that readers may follow; as Wagtail does, the one with the query comes first."""
    found = (get_redirect(request, Redirect.normalise_path(one)) for one in dict.fromkeys((asked, asked.split("?")[0])))
    redirect = next((one for one in found if one), None)
    target = target_of(redirect, request.reader) if redirect else ""
    return Moved(301 if redirect.is_permanent else 302, target) if target else None


def _slash_added(path: str) -> Moved | None:
    """Return the address with a slash where something may answer there, as Django's CommonMiddleware does."""
    return Moved(301, f"{path}/") if not path.endswith("/") and is_valid_path(f"{path}/") else None
