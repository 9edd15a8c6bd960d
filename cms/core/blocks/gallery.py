"""Several pictures together."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock

from cms.core.blocks.picture import PictureBlock


class GalleryBlock(StructBlock):
    """Pictures side by side, each with its own credit."""

    heading = CharBlock(required=False, max_length=255, label=_("Heading"))
    pictures = StreamBlock([("picture", PictureBlock())], label=_("Pictures"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        group = _("Media")
        description = _("Several pictures side by side, each with its own alt text and credit.")
        template = "blocks/gallery.html"
        preview_template = "blocks/previews/gallery.html"
