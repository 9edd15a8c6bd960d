"""Files in typed content."""

from typing import Self

from pydantic import Field

from cms.core.content.base import Content
from cms.core.content.words import LanguageTag, absolute
from cms.documents.models import CustomDocument


class FileContent(Content):
    """A file to download, with what readers must know before they open it."""

    url: str
    media_type: str = Field(examples=["application/pdf"])
    extension: str = Field(description="Of the file's name, in capitals.", examples=["PDF"])
    size: int = Field(description="In bytes.")
    language: LanguageTag | None
    is_accessible: bool = Field(description="Whether the file itself was found accessible.")

    @classmethod
    def of(cls, document: CustomDocument) -> Self:
        """Return the content of a document."""
        return cls(
            url=absolute(document.url),
            media_type=document.content_type,
            extension=document.file_extension.upper(),
            size=document.get_file_size() or 0,
            language=document.language or None,
            is_accessible=document.accessible,
        )
