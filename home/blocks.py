"""The teasers of the front page."""

from typing import Annotated, Any, Literal

from django.utils.translation import gettext_lazy as _
from pydantic import Field
from typing_extensions import TypeAliasType
from wagtail.blocks import CharBlock, StreamBlock, StructBlock, TextBlock

from cms.core.blocks.link import LinkBlock, LinkContent
from cms.core.blocks.picture import PictureBlock
from cms.core.content.base import BlockContent
from cms.core.content.pictures import PictureContent
from cms.core.content.words import plain
from cms.images.roles import LEAD

_LINK = {"text": "More", "url": "https://example.org/"}


class TextTeaserContent(BlockContent):
    """A teaser without a picture. Its heading is the link."""

    type: Literal["text_teaser"] = "text_teaser"
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


class TextTeaserBlock(StructBlock):
    """A teaser without a picture. Its heading is the link."""

    heading = CharBlock(max_length=120, label=_("Heading"), help_text=_("Readers follow the link by the heading."))
    text = TextBlock(rows=2, label=_("Text"))
    link = LinkBlock(label=_("Link"))

    class Meta:
        icon = "doc-empty"
        api_content = TextTeaserContent
        label = _("Teaser without picture")
        group = _("Teasers")
        description = _("Heading, text and link, compact.")
        template = "blocks/text_teaser.html"
        preview_value = {"heading": "City partnerships", "text": "All partner cities.", "link": _LINK}


class PictureTeaserContent(BlockContent):
    """A teaser with a picture, whose credit has to stand outside of the link."""

    type: Literal["picture_teaser"] = "picture_teaser"
    heading: str
    text: str
    link: LinkContent
    picture: PictureContent | None

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return heading, text, link and picture."""
        return {**TextTeaserContent.fields(value), "picture": PictureContent.of(value["picture"], LEAD)}


class PictureTeaserBlock(TextTeaserBlock):
    """A teaser with a picture, its alt text and its credit."""

    picture = PictureBlock(label=_("Picture"))

    class Meta:
        icon = "image"
        api_content = PictureTeaserContent
        label = _("Teaser with picture")
        group = _("Teasers")
        description = _("Heading, text, link, and a picture with its credit.")
        template = "blocks/picture_teaser.html"
        preview_template = "blocks/previews/picture_teaser.html"


class TeasersBlock(StreamBlock):
    """The teasers of the front page in their order."""

    picture_teaser = PictureTeaserBlock()
    text_teaser = TextTeaserBlock()


TeaserContent = TypeAliasType(
    "TeaserContent",
    Annotated[
        PictureTeaserContent | TextTeaserContent,
        Field(discriminator="type", description="A teaser of the front page."),
    ],
)
"""A teaser as typed content."""
