"""Addresses of pages: Latin titles transliterated, others as they are written."""

import re
import unicodedata

from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

MOST_BYTES = 120
FRONT_PAGE_DEPTH = 2
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_OTHER_LATIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "þ": "th"})


def slug_for(title: str) -> str:
    """Return the slug of a title: ASCII for Latin script, otherwise Unicode NFC; at most 120 bytes of UTF-8."""
    title = unicodedata.normalize("NFC", title.translate(_GERMAN))
    latin = slugify(title.casefold().translate(_OTHER_LATIN))
    slug = latin if _is_latin(title) else unicodedata.normalize("NFC", slugify(title, allow_unicode=True))
    return _shorten(slug) or "page"


def name_translation(page: Page, source: Page) -> None:
    """Give a translation that goes live for the first time a slug made from its own title.

    A slug that somebody chose, and so differs from the source's, stays; so does that of a front page, which is in
    no address. The latest revision gets the slug too, or the next edit would bring the old one back.
    """
    if page.slug != source.slug or page.depth <= FRONT_PAGE_DEPTH:
        return
    slug = find_available_slug(page.get_parent(), slug_for(page.title), ignore_page_id=page.pk)
    if slug == page.slug:
        return
    page.slug = slug
    page.save(clean=False)
    revision = page.latest_revision
    if revision:
        revision.content["slug"] = slug
        revision.save(update_fields=["content"])


def _is_latin(title: str) -> bool:
    letters = [sign for sign in title if sign.isalpha()]
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)


def _shorten(slug: str) -> str:
    if len(slug.encode()) <= MOST_BYTES:
        return slug
    cut = slug.encode()[:MOST_BYTES].decode(errors="ignore")
    return re.sub(r"-[^-]*$", "", cut) or cut
