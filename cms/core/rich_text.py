"""How rich text of the database becomes HTML for a reader."""

from typing import Any

from wagtail.rich_text import expand_db_html

from cms.core.computed import expand
from cms.core.reader import current_reader
from cms.core.sentence_lines import paragraphs_in_lines


def rich_html(value: Any) -> str:
    """Return stored rich text, or a block's RichText, as HTML for the reader, with its computed values filled in."""
    reader = current_reader()
    html = expand(expand_db_html(getattr(value, "source", value) or ""), reader)
    return paragraphs_in_lines(html, reader.language)
