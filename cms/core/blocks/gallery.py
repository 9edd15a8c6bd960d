"""Several pictures together."""

from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock

from cms.core.blocks.picture import PictureBlock
from cms.core.content.base import BlockContent
from cms.core.content.pictures import PictureContent
from cms.core.content.words import plain
from cms.images.roles import CARD


class GalleryContent(BlockContent):
    """Pictures side by side. The heading may be ""."""

    type: Literal["gallery"] = "gallery"
    heading: str
    pictures: list[PictureContent]

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any]:
        """Return heading and pictures."""
        made = (PictureContent.of(child.value, CARD) for child in value["pictures"])
        return {"heading": plain(value["heading"]), "pictures": [picture for picture in made if picture]}


class GalleryBlock(StructBlock):
    """Pictures side by side, each with its own credit."""

    heading = CharBlock(required=False, max_length=255, label=_("Heading"))
    pictures = StreamBlock([("picture", PictureBlock())], label=_("Pictures"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        api_content = GalleryContent
        group = _("Media")
        description = _("Several pictures side by side, each with its own alt text and credit.")
        template = "blocks/gallery.html"
        preview_template = "blocks/previews/gallery.html"
