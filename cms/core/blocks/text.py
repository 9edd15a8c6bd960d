"""Blocks of running text."""

from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock

from cms.core.content.base import BlockContent, stream
from cms.core.content.words import Html, html, plain
from cms.core.contents import anchor_of

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class HeadingContent(BlockContent):
    """A heading below the page's title."""

    type: Literal["heading"] = "heading"
    text: str
    level: Literal["h2", "h3"]
    anchor: str

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return text, level and the id that the list of contents leads to."""
        return {"text": plain(value["text"]), "level": value["level"], "anchor": anchor_of(value["text"])}


class HeadingBlock(StructBlock):
    """A heading below the page's title."""

    text = CharBlock(max_length=255, label=_("Heading"))
    level = ChoiceBlock(
        choices=[("h2", _("Section (H2)")), ("h3", _("Subsection (H3)"))], default="h2", label=_("Level")
    )

    class Meta:
        icon = "title"
        api_content = HeadingContent
        label = _("Heading")
        group = _("Text")
        description = _("A heading for the part of the page that follows.")
        template = "blocks/heading.html"
        preview_value = {"text": "What the cities work on", "level": "h2"}


class RichTextContent(BlockContent):
    """Paragraphs and lists with links."""

    type: Literal["rich_text"] = "rich_text"
    html: Html

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return the HTML."""
        return {"html": html(value)}


class TextRichBlock(RichTextBlock):
    """Paragraphs and lists with links; headings and pictures have blocks of their own."""

    class Meta:
        icon = "pilcrow"
        api_content = RichTextContent
        label = _("Text")
        group = _("Text")
        description = _("Paragraphs and lists with links.")
        template = "blocks/rich_text.html"
        preview_value = "<p>Two cities, one street map of questions: housing, heat, and who gets to decide.</p>"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=TEXT_FEATURES, **kwargs)


class QuoteContent(BlockContent):
    """Words of somebody else, with where they come from or ""."""

    type: Literal["quote"] = "quote"
    text: str
    source: str

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return the words and their source."""
        return {"text": plain(value["text"]), "source": plain(value["source"])}


class QuoteBlock(StructBlock):
    """Words of somebody else, with where they come from."""

    text = TextBlock(label=_("Quote"), rows=3)
    source = CharBlock(required=False, max_length=255, label=_("Where it comes from"))

    class Meta:
        icon = "openquote"
        api_content = QuoteContent
        label = _("Quote")
        group = _("Text")
        description = _("Words of somebody else, with their source.")
        template = "blocks/quote.html"
        preview_value = {"text": "Cities are neighbours, however far apart.", "source": "Partnership agreement"}


class SectionContent(BlockContent):
    """One expandable section."""

    type: Literal["section"] = "section"
    heading: str
    html: Html

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return heading and text."""
        return {"heading": plain(value["heading"]), "html": html(value["text"])}


class SectionBlock(StructBlock):
    """One expandable section."""

    heading = CharBlock(max_length=255, label=_("Heading"))
    text = RichTextBlock(features=TEXT_FEATURES, label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = pgettext_lazy("that readers open", "Section")
        api_content = SectionContent
        template = "blocks/section.html"


class SectionsContent(BlockContent):
    """Sections that readers open one by one. The heading may be ""."""

    type: Literal["sections"] = "sections"
    heading: str
    sections: list[SectionContent]

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return the heading and the sections."""
        return {"heading": plain(value["heading"]), "sections": stream(value["sections"])}


class SectionsBlock(StructBlock):
    """Sections that readers open one by one, such as questions and answers."""

    heading = CharBlock(required=False, max_length=255, label=_("Heading"))
    sections = StreamBlock([("section", SectionBlock())], label=pgettext_lazy("that readers open", "Sections"))

    class Meta:
        icon = "list-ul"
        label = _("Expandable sections")
        api_content = SectionsContent
        group = _("Text")
        description = _("Sections that readers open one by one, such as questions and answers.")
        template = "blocks/sections.html"
        preview_value = {
            "heading": "Questions and answers",
            "sections": [{"type": "section", "value": {"heading": "Who may take part?", "text": "<p>Everybody.</p>"}}],
        }
