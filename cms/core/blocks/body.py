"""The stream that most pages are made of."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType
from wagtail.blocks import StreamBlock

from cms.core.blocks.contact import ContactBlock, ContactContent
from cms.core.blocks.download import DownloadBlock, DownloadContent
from cms.core.blocks.gallery import GalleryBlock, GalleryContent
from cms.core.blocks.links import CallToActionBlock, CallToActionContent, LinkListBlock, LinkListContent
from cms.core.blocks.picture import PictureBlock, PictureBlockContent
from cms.core.blocks.table import TableBlock, TableContent
from cms.core.blocks.text import (
    HeadingBlock,
    HeadingContent,
    QuoteBlock,
    QuoteContent,
    RichTextContent,
    SectionsBlock,
    SectionsContent,
    TextRichBlock,
)
from cms.core.blocks.video import VideoBlock, VideoContent

BodyBlockContent = TypeAliasType(
    "BodyBlockContent",
    Annotated[
        HeadingContent
        | RichTextContent
        | QuoteContent
        | SectionsContent
        | TableContent
        | PictureBlockContent
        | GalleryContent
        | VideoContent
        | DownloadContent
        | LinkListContent
        | CallToActionContent
        | ContactContent,
        Field(discriminator="type", description="A block of a page's body."),
    ],
)
"""What the body of a page can hold, as typed content."""


class BodyBlock(StreamBlock):
    """Everything an editor can put into the body of a page."""

    heading = HeadingBlock()
    rich_text = TextRichBlock()
    quote = QuoteBlock()
    sections = SectionsBlock()
    table = TableBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    download = DownloadBlock()
    link_list = LinkListBlock()
    call_to_action = CallToActionBlock()
    contact = ContactBlock()
