"""Blocks of running text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StreamBlock, StructBlock, TextBlock

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class HeadingBlock(StructBlock):
    """A heading below the page's title."""

    text = CharBlock(max_length=255, label=_("Heading"))
    level = ChoiceBlock(
        choices=[("h2", _("Section (H2)")), ("h3", _("Subsection (H3)"))], default="h2", label=_("Level")
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        description = _("A heading for the part of the page that follows.")
        template = "blocks/heading.html"
        preview_value = {"text": "What the cities work on", "level": "h2"}


class TextRichBlock(RichTextBlock):
    """Paragraphs and lists with links; headings and pictures have blocks of their own."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text")
        description = _("Paragraphs and lists with links.")
        template = "blocks/rich_text.html"
        preview_value = "<p>Two cities, one street map of questions: housing, heat, and who gets to decide.</p>"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=TEXT_FEATURES, **kwargs)


class QuoteBlock(StructBlock):
    """Words of somebody else, with where they come from."""

    text = TextBlock(label=_("Quote"), rows=3)
    source = CharBlock(required=False, max_length=255, label=_("Where it comes from"))

    class Meta:
        icon = "openquote"
        label = _("Quote")
        group = _("Text")
        description = _("Words of somebody else, with their source.")
        template = "blocks/quote.html"
        preview_value = {"text": "Cities are neighbours, however far apart.", "source": "Partnership agreement"}


class SectionBlock(StructBlock):
    """One expandable section."""

    heading = CharBlock(max_length=255, label=_("Heading"))
    text = RichTextBlock(features=TEXT_FEATURES, label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = _("Section")
        template = "blocks/section.html"


class SectionsBlock(StructBlock):
    """Sections that readers open one by one, such as questions and answers."""

    heading = CharBlock(required=False, max_length=255, label=_("Heading"))
    sections = StreamBlock([("section", SectionBlock())], label=_("Sections"))

    class Meta:
        icon = "list-ul"
        label = _("Expandable sections")
        group = _("Text")
        description = _("Sections that readers open one by one, such as questions and answers.")
        template = "blocks/sections.html"
        preview_value = {
            "heading": "Questions and answers",
            "sections": [{"type": "section", "value": {"heading": "Who may take part?", "text": "<p>Everybody.</p>"}}],
        }
