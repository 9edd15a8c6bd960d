"""The teasers of the front page."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, TextBlock

from cms.core.blocks.link import LinkBlock
from cms.core.blocks.picture import PictureBlock

_LINK = {"text": "More", "url": "https://example.org/"}


class TextTeaserBlock(StructBlock):
    """A teaser without a picture. Its heading is the link."""

    heading = CharBlock(max_length=120, label=_("Heading"), help_text=_("Readers follow the link by the heading."))
    text = TextBlock(rows=2, label=_("Text"))
    link = LinkBlock(label=_("Link"))

    class Meta:
        icon = "doc-empty"
        label = _("Teaser without picture")
        group = _("Teasers")
        description = _("Heading, text and link, compact.")
        template = "blocks/text_teaser.html"
        preview_value = {"heading": "City partnerships", "text": "All partner cities.", "link": _LINK}


class PictureTeaserBlock(TextTeaserBlock):
    """A teaser with a picture, its alt text and its credit."""

    picture = PictureBlock(label=_("Picture"))

    class Meta:
        icon = "image"
        label = _("Teaser with picture")
        group = _("Teasers")
        description = _("Heading, text, link, and a picture with its credit.")
        template = "blocks/picture_teaser.html"
        preview_template = "blocks/previews/picture_teaser.html"


class TeasersBlock(StreamBlock):
    """The teasers of the front page in their order."""

    picture_teaser = PictureTeaserBlock()
    text_teaser = TextTeaserBlock()
