"""The stream that most pages are made of."""

from wagtail.blocks import StreamBlock

from cms.core.blocks.contact import ContactBlock
from cms.core.blocks.download import DownloadBlock
from cms.core.blocks.gallery import GalleryBlock
from cms.core.blocks.links import CallToActionBlock, LinkListBlock
from cms.core.blocks.picture import PictureBlock
from cms.core.blocks.table import TableBlock
from cms.core.blocks.text import HeadingBlock, QuoteBlock, SectionsBlock, TextRichBlock
from cms.core.blocks.video import VideoBlock


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
