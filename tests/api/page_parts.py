"""What a page says, taken from its HTML and from the content API, so that the two can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from django.utils import translation

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
SITE = "http://localhost"
_MESSAGE = re.compile(r'{% translate "((?:[^"\\]|\\.)*)"')
_SPACE = re.compile(r"\s+")
_MADE_BY_TEMPLATES = "aside.notice, nav.contents, .years__number, .year__number, .month__name"
"""Notices, the list of contents, and years and months that lists are grouped under."""
_APART = ("files", "file", "rights", "language", "geometry")
_ADDRESSES = ("path", "href", "url", "source", "website", "text_version", "target")


@dataclass
class Parts:
    """Title, headings, alt texts, parts of credit lines, and addresses of links."""

    title: str = ""
    headings: set[str] = field(default_factory=set)
    alts: set[str] = field(default_factory=set)
    credits: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


def of_html(html: bytes, address: str) -> Parts:
    """Return the parts of the main element, without what templates make."""
    soup = BeautifulSoup(html, "html.parser")
    main = soup.main
    for made in main.select(_MADE_BY_TEMPLATES):
        made.decompose()
    headings = {_text(tag) for tag in main.select("h2, h3, h4, h5, h6, .block-section__heading")}
    links = {urljoin(SITE, tag["href"]) for tag in main.find_all("a", href=True) if not tag["href"].startswith("#")}
    return Parts(
        title=_text(main.h1),
        headings=headings,
        alts={image["alt"] for image in main.find_all("img") if image["alt"]},
        credits={_text(part) for part in main.select(".credit bdi")},
        links=links - {urljoin(SITE, address)},
    )


def of_content(answer: dict[str, Any]) -> Parts:
    """Return the parts of the page in a by-path answer."""
    page = dict(answer["page"])
    parts = Parts(title=_plain(page.pop("title")))
    for name in ("path", "url", "seo", "newest"):
        page.pop(name)
    for entry in page.get("entries", []):
        entry.pop("cities")  # which the HTML names in News and Retrospective only
    years = page.get("agenda", {}).get("years", [])
    parts.links |= {f"{SITE}{_index_path(answer)}{year}/" for year in years}
    for name, value, holder in _walk(page):
        _take(parts, name, value, holder)
    return parts


def _take(parts: Parts, name: str, value: Any, holder: dict[str, Any]) -> None:
    if not isinstance(value, str) or not value:
        return
    if _is_heading(name, holder):
        parts.headings.add(_plain(value))
    elif name == "alt":
        parts.alts.add(value)
    elif name in ("html", "welcome", "transcript"):
        links = BeautifulSoup(value, "html.parser").find_all("a", href=True)
        parts.links |= {urljoin(SITE, tag["href"]) for tag in links}
    elif name in _ADDRESSES:
        parts.links.add(urljoin(SITE, value))
    elif name == "email":
        parts.links.add(f"mailto:{value}")
    elif name == "phone":
        parts.links.add("tel:" + re.sub(r"[^+0-9]", "", value))


def _is_heading(name: str, holder: dict[str, Any]) -> bool:
    """Return whether the text is a heading: of a block, or of a page in a list, but not of one that is only named."""
    kind = holder.get("type")
    own = {"heading": "text", "organisation": "name"}.get(kind, "heading")
    return name == own or (name == "title" and "intro" in holder)


def interface_words(language: str) -> set[str]:
    """Return the words that templates say by themselves, in a language."""
    messages = {found for path in TEMPLATES.rglob("*.html") for found in _MESSAGE.findall(path.read_text("utf-8"))}
    with translation.override(language):
        return {_plain(translation.gettext(message)) for message in messages}


def credits_of(content: Any) -> set[str]:
    """Return the parts of all credit lines."""
    return {_plain(part["text"]) for name, value, _holder in _walk(content) if name == "parts" for part in value}


def _walk(value: Any, name: str = "", holder: Any = None) -> Iterator[tuple[str, Any, Any]]:
    """Yield (name, value, what holds it) for everything in `value` but what files and rights hold."""
    yield name, value, holder
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _file_address(key, child) if key in _APART else _walk(child, key, value)
    elif isinstance(value, list):
        for child in value:
            yield from _walk(child, "", holder)


def _file_address(key: str, child: Any) -> Iterator[tuple[str, Any, Any]]:
    if key == "file" and child:
        yield "url", child["url"], child


def _index_path(answer: dict[str, Any]) -> str:
    return re.sub(r"\d{4}/$", "", answer["page"]["path"])


def _text(tag: Tag) -> str:
    return _plain(tag.get_text())


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
