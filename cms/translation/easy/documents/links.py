"""Links inside the site, which travel as full addresses and come back as what they were."""

import re
from collections.abc import Iterator
from html import unescape

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.utils.html import escape
from wagtail.documents import get_document_model
from wagtail.models import Page

_LINK = re.compile(r'<a href="([^"]*)">')
_SCHEMES = ("http://", "https://", "mailto:", "tel:")


def address_of(link: Tag) -> str:
    """Return the address under which a link of rich text as it is stored travels."""
    key = link.get("id", "")
    match link.get("linktype"):
        case "page":
            page = Page.objects.filter(pk=key).first()
            return (page and page.full_url) or f"{_site()}/#page-{key}"
        case "document":
            document = get_document_model().objects.filter(pk=key).first()
            return f"{_site()}{document.url}" if document else f"{_site()}/#document-{key}"
    return str(link.get("href", ""))


def known_links(sources: list[str]) -> dict[str, str]:
    """Return the opening tags of the links inside the site in these rich texts, by the address they travel under."""
    return {address_of(link): _opening_tag(link) for source in sources for link in _inside(source)}


def restored(html: str, known: dict[str, str]) -> str:
    """Return rich text made here in which addresses that are links inside the site are such again."""
    return _LINK.sub(lambda match: known.get(unescape(match[1])) or match[0], html)


def is_allowed(address: str) -> bool:
    """Return whether a link from a document may be taken over."""
    return address.lower().startswith(_SCHEMES)


def _inside(source: str) -> Iterator[Tag]:
    yield from (link for link in BeautifulSoup(source, "html.parser").find_all("a") if link.has_attr("linktype"))


def _opening_tag(link: Tag) -> str:
    attributes = (f'{name}="{escape(value)}"' for name, value in link.attrs.items())
    return f"<a {' '.join(attributes)}>"


def _site() -> str:
    return settings.SITE_URL.rstrip("/")
