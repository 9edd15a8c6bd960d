"""What templates need to show a page to its reader."""

from typing import Any

from django import template
from django.conf import settings
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from cms.core.alternates import hreflang
from cms.core.computed import expand
from cms.core.content.words import plain
from cms.core.contents import anchor_of, parts_of
from cms.core.frame import Frame
from cms.core.hosts import host_of
from cms.core.languages import Language
from cms.core.pictures import pictures_for
from cms.core.reader import current_reader
from cms.core.rich_text import rich_html
from cms.core.sentence_lines import in_lines
from cms.images.roles import ROLES

register = template.Library()


@register.simple_tag
def lang_attrs(language: Language) -> SafeString:
    """Return ` lang=… dir=…` for words in a language that is not the reader's, else nothing."""
    if language == current_reader().language:
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', language.code, language.direction)


@register.filter
def computed(text: Any) -> SafeString:
    """Return plain text, escaped, with its computed values filled in."""
    return mark_safe(expand(conditional_escape(text or ""), current_reader()))  # noqa: S308 - escaped above


@register.filter
def unescaped(text: str | None) -> str:
    """Return plain text, not escaped, with its computed values filled in: for JSON, before `escapejs`."""
    return plain(text)


@register.filter
def rich(value: Any) -> SafeString:
    """Return rich text as HTML for the reader, with its computed values filled in."""
    return mark_safe(rich_html(value))  # noqa: S308 - rich text is cleaned when saved


@register.filter
def lines(text: SafeString) -> SafeString:
    """Return text that is escaped already, in easy language each sentence on a line of its own."""
    return mark_safe(in_lines(conditional_escape(text), current_reader().language))  # noqa: S308 - escaped


@register.filter
def host(url: str | None) -> str:
    """Show the host of a website: `{{ network.website|host }}`."""
    return host_of(url or "")


@register.filter
def anchor(heading: Any) -> str:
    """Return the id of a heading, by which the list of contents leads to it."""
    return anchor_of(str(heading or ""))


@register.inclusion_tag("components/contents.html")
def contents(page: Any) -> dict[str, Any]:
    """List the parts of a page, for readers of easy language."""
    return {"parts": parts_of(page) if current_reader().language.is_simple else []}


@register.inclusion_tag("components/picture.html")
def picture(image: Any, role: str, alt: str = "", *, eager: bool = False) -> dict[str, Any]:
    """Show `image` in a role of `cms.images.roles`. `eager` for the picture that is seen first."""
    files = pictures_for(current_reader()).files(image.pk, ROLES[role]) if image else None
    return {"image": image, "files": files, "alt": alt, "eager": eager}


@register.inclusion_tag("components/credit.html")
def credit(parts: list[Any]) -> dict[str, Any]:
    """Show the credit line of a picture."""
    return {"parts": parts}


@register.inclusion_tag("layout/age_notice.html")
def age_notice(reading: Any = None) -> dict[str, Any]:
    """Tell before a text, or in place of it, that its source has changed since, and link the source."""
    if not reading or not reading.is_outdated:
        return {}
    return {"reading": reading, "newest": current_reader().languages.of(reading.facts.locale_id)}


@register.inclusion_tag("layout/alternates.html")
def alternate_links(frame: Frame, reading: Any = None) -> dict[str, Any]:
    """Link the canonical address and, on a page that counts in its language, its versions (hreflang)."""
    is_fallback = reading is None or reading.is_fallback
    return {
        "site_url": settings.SITE_URL.rstrip("/"),
        "canonical": frame.canonical,
        "versions": [] if is_fallback else hreflang(frame.versions, reading.language),
    }
