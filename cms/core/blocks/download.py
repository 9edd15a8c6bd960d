"""A file to download, with what readers must know before they open it."""

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from cms.core.blocks.choosers import LinkedPageBlock
from cms.core.content.base import BlockContent
from cms.core.content.files import FileContent
from cms.core.content.words import Path, plain
from cms.core.links import page_address
from cms.core.privacy import is_public_file


class DownloadValue(StructValue):
    """A download with its file's type and size."""

    @property
    def is_shown(self) -> bool:
        """Return whether readers are offered it: there is a file, and it is not private."""
        return bool(self["document"] and is_public_file(self["document"]))

    @property
    def file_type(self) -> str:
        """Return the file name's extension in capitals, such as PDF."""
        return self["document"].file_extension.upper()

    @property
    def file_size(self) -> int:
        """Return the size in bytes."""
        return self["document"].get_file_size() or 0

    @property
    def is_accessible(self) -> bool:
        """Return whether the file itself was found accessible."""
        return self["document"].accessible

    @property
    def text_version_url(self) -> str:
        """Return the address of the page with the same content, or ""."""
        page = self.get("text_version")
        return page_address(page.pk) if page else ""


class DownloadContent(BlockContent):
    """A file to download, and the page with the same content."""

    type: Literal["download"] = "download"
    title: str
    file: FileContent
    text_version: Path | None

    @classmethod
    def fields(cls, value: DownloadValue) -> dict[str, Any] | None:
        """Return title, file and the address of the page, nothing where readers get no file."""
        if not value.is_shown:
            return None
        return {
            "title": plain(value["title"]),
            "file": FileContent.of(value["document"]),
            "text_version": value.text_version_url or None,
        }


class DownloadBlock(StructBlock):
    """A document with title, language, type and size; accessible, or with a page that says the same."""

    document = DocumentChooserBlock(label=_("Document"))
    title = CharBlock(max_length=255, label=_("Title"))
    text_version = LinkedPageBlock(
        required=False,
        label=_("Page with the same content"),
        help_text=_("Required where the document is not accessible."),
    )

    class Meta:
        icon = "download"
        api_content = DownloadContent
        label = _("Download")
        group = _("Media")
        description = _("A file with its language, type and size, and whether it is accessible.")
        value_class = DownloadValue
        template = "blocks/download.html"
        preview_template = "blocks/previews/download.html"

    def clean(self, value: Any) -> Any:
        """Refuse, unless a draft is saved, a document that some readers could not read in any form."""
        cleaned = super().clean(value)
        document = cleaned.get("document")
        if document and not self.is_deferred_validation and not document.accessible and not cleaned["text_version"]:
            message = _("This document is not accessible. Choose a page with the same content.")
            raise StructBlockValidationError({"text_version": ValidationError(message)})
        return cleaned
