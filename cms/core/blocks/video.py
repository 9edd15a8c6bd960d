"""A video file of our own, never an embed from elsewhere."""

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from cms.core.blocks.picture import LeadPictureBlock
from cms.core.blocks.text import TEXT_FEATURES
from cms.core.content.base import BlockContent
from cms.core.content.files import FileContent
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import Html, html, plain
from cms.core.privacy import is_public_file
from cms.images.roles import BODY


class VideoValue(StructValue):
    """A video with the media type of its file."""

    @property
    def is_shown(self) -> bool:
        """Return whether readers are offered it: both files are there, and neither is private."""
        files = (self["video"], self["captions"])
        return all(file and is_public_file(file) for file in files)

    @property
    def media_type(self) -> str:
        """Return the media type of the file, such as video/mp4."""
        return self["video"].content_type


class VideoContent(BlockContent):
    """A video file of this site with captions (WebVTT) and transcript."""

    type: Literal["video"] = "video"
    title: str
    file: FileContent
    captions: FileContent
    poster: PictureContent | None
    transcript: Html

    @classmethod
    def fields(cls, value: VideoValue) -> dict[str, Any] | None:
        """Return the files and texts, nothing where readers do not get both files."""
        if not value.is_shown:
            return None
        return {
            "title": plain(value["title"]),
            "file": FileContent.of(value["video"]),
            "captions": FileContent.of(value["captions"]),
            "poster": first_picture(value["poster"], BODY),
            "transcript": html(value["transcript"]),
        }


class VideoBlock(StructBlock):
    """A video with captions and transcript (WCAG 2.2, 1.2.2 and 1.2.3)."""

    title = CharBlock(max_length=255, label=_("Title"))
    video = DocumentChooserBlock(label=_("Video file"), help_text=_("MP4 or WebM."))
    captions = DocumentChooserBlock(
        label=_("Captions"), help_text=_("A WebVTT file (.vtt) in the language of the page.")
    )
    poster = LeadPictureBlock(label=_("Still picture"))
    transcript = RichTextBlock(features=TEXT_FEATURES, label=_("Transcript"))

    class Meta:
        icon = "media"
        label = _("Video")
        api_content = VideoContent
        group = _("Media")
        description = _("A video file with captions and a transcript.")
        value_class = VideoValue
        template = "blocks/video.html"
        preview_template = "blocks/previews/video.html"

    def clean(self, value: Any) -> Any:
        """Refuse files of the wrong kind."""
        cleaned = super().clean(value)
        errors = {}
        for name, endings in (("video", ("mp4", "webm")), ("captions", ("vtt",))):
            document = cleaned.get(name)
            if document and document.file_extension.lower() not in endings:
                errors[name] = ValidationError(
                    _("Choose a file of the type %(types)s.") % {"types": ", ".join(endings)}
                )
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned
