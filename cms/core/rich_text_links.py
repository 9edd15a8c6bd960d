"""How links in rich text of the database find their address."""

from typing import Any

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from cms.core.links import page_address
from cms.core.privacy import is_public_file
from cms.core.reader import Reader, current_reader
from cms.core.rows import rows_for


class ReaderPageLinkHandler(PageLinkHandler):
    """Links in rich text lead to the page in the reader's language."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return opening tags; a link to nothing readable becomes an anchor without address."""
        reader = current_reader()
        rows_for(reader).want_pages(int(attrs["id"]) for attrs in attrs_list if attrs.get("id", "").isdigit())
        return [cls._tag(attrs, reader) for attrs in attrs_list]

    @staticmethod
    def _tag(attrs: dict[str, Any], reader: Reader) -> str:
        page_id = attrs.get("id", "")
        address = page_address(int(page_id), reader) if page_id.isdigit() else ""
        return f'<a href="{escape(address)}">' if address else "<a>"


class PublicDocumentLinkHandler(DocumentLinkHandler):
    """Links in rich text lead to documents that everybody may get."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """Return opening tags; a link to a private or deleted document becomes an anchor without address."""
        documents = cls.get_many(attrs_list)
        return [f'<a href="{escape(one.url)}">' if one and is_public_file(one) else "<a>" for one in documents]
