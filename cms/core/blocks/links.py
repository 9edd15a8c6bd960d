"""Blocks that lead on."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, TextBlock

from cms.core.blocks.link import LinkBlock

_PREVIEW_LINK = {"text": "All partner cities", "url": "https://example.org/"}


class LinkListBlock(StructBlock):
    """A list of links under a heading."""

    heading = CharBlock(required=False, max_length=255, label=_("Heading"))
    links = StreamBlock([("link", LinkBlock())], label=_("Links"))

    class Meta:
        icon = "list-ul"
        label = _("Link list")
        group = _("Links")
        description = _("Several links under a heading, such as sources or further reading.")
        template = "blocks/link_list.html"
        preview_value = {"heading": "Further reading", "links": [{"type": "link", "value": _PREVIEW_LINK}]}


class CallToActionBlock(StructBlock):
    """One thing the reader can do now."""

    heading = CharBlock(max_length=255, label=_("Heading"))
    text = TextBlock(required=False, rows=2, label=_("Text"))
    link = LinkBlock(label=_("Link"))

    class Meta:
        icon = "redirect"
        label = _("Call to action")
        group = _("Links")
        description = _("One thing the reader can do now, with a large link.")
        template = "blocks/call_to_action.html"
        preview_value = {"heading": "Take part", "text": "Apply until the end of March.", "link": _PREVIEW_LINK}
