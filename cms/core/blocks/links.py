"""Blocks that lead on."""

from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, TextBlock

from cms.core.blocks.link import LinkBlock, LinkContent
from cms.core.content.base import BlockContent
from cms.core.content.words import plain

_PREVIEW_LINK = {"text": "All partner cities", "url": "https://example.org/"}


class LinkListContent(BlockContent):
    """A list of links. The heading may be ""."""

    type: Literal["link_list"] = "link_list"
    heading: str
    links: list[LinkContent]

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return heading and links."""
        links = [LinkContent.of(child.value) for child in value["links"]]
        return {"heading": plain(value["heading"]), "links": links}


class LinkListBlock(StructBlock):
    """A list of links under a heading."""

    heading = CharBlock(required=False, max_length=255, label=_("Heading"))
    links = StreamBlock([("link", LinkBlock())], label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Link list")
        api_content = LinkListContent
        group = _("Links")
        description = _("Several links under a heading, such as sources or further reading.")
        template = "blocks/link_list.html"
        preview_value = {"heading": "Further reading", "links": [{"type": "link", "value": _PREVIEW_LINK}]}


class CallToActionContent(BlockContent):
    """One thing the reader can do now. The text may be ""."""

    type: Literal["call_to_action"] = "call_to_action"
    heading: str
    text: str
    link: LinkContent

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return heading, text and link."""
        return {
            "heading": plain(value["heading"]),
            "text": plain(value["text"]),
            "link": LinkContent.of(value["link"]),
        }


class CallToActionBlock(StructBlock):
    """One thing the reader can do now."""

    heading = CharBlock(max_length=255, label=_("Heading"))
    text = TextBlock(required=False, rows=2, label=_("Text"))
    link = LinkBlock(label=_("Link"))

    class Meta:
        icon = "redirect"
        label = _("Call to action")
        api_content = CallToActionContent
        group = _("Links")
        description = _("One thing the reader can do now, with a large link.")
        template = "blocks/call_to_action.html"
        preview_value = {"heading": "Take part", "text": "Apply until the end of March.", "link": _PREVIEW_LINK}
