"""A table whose every word can be translated."""

from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, StreamBlock, StructBlock, StructValue

from cms.core.content.base import BlockContent
from cms.core.content.words import plain


class RowBlock(StreamBlock):
    """One row of cells."""

    cell = CharBlock(required=False, max_length=1000, label=_("Cell"))

    class Meta:
        icon = "table"
        label = _("Row")
        is_part = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail ties no label to a field that is a block of a stream by itself.
        self.child_blocks["cell"].field.widget.attrs["aria-label"] = _("Cell")


class RowsBlock(StreamBlock):
    """The rows of a table."""

    row = RowBlock()

    class Meta:
        is_part = True


class TableValue(StructValue):
    """A table with its header told apart from its body."""

    @property
    def header(self) -> list[str]:
        """Return the cells of the header row, or nothing where the table has none."""
        return self._rows[0] if self.get("header_row") and self._rows else []

    @property
    def body(self) -> list[list[str]]:
        """Return the rows below the header, all as long as the longest."""
        return self._rows[1:] if self.header else self._rows

    @property
    def _rows(self) -> list[list[str]]:
        rows = [[cell.value for cell in row.value] for row in self["rows"]]
        width = max((len(row) for row in rows), default=0)
        return [row + [""] * (width - len(row)) for row in rows]


class TableContent(BlockContent):
    """A table. `header` is empty where no row holds headings; all rows are of the same length."""

    type: Literal["table"] = "table"
    caption: str
    header: list[str]
    rows: list[list[str]]
    has_header_column: bool

    @classmethod
    def fields(cls, value: TableValue) -> dict[str, Any]:
        """Return caption, header and rows."""
        return {
            "caption": plain(value["caption"]),
            "header": [plain(cell) for cell in value.header],
            "rows": [[plain(cell) for cell in row] for row in value.body],
            "has_header_column": bool(value["header_column"]),
        }


class TableBlock(StructBlock):
    """Rows of cells. Stream blocks inside, since wagtail-localize extracts nothing from Wagtail's own TableBlock."""

    caption = CharBlock(max_length=255, label=_("Caption"), help_text=_("Says what the table shows."))
    header_row = BooleanBlock(required=False, default=True, label=_("The first row holds headings"))
    header_column = BooleanBlock(required=False, label=_("The first column holds headings"))
    rows = RowsBlock(label=_("Rows"))

    class Meta:
        icon = "table"
        label = _("Table")
        api_content = TableContent
        group = _("Text")
        description = _("Rows and columns with a caption.")
        value_class = TableValue
        template = "blocks/table.html"
        preview_value = {
            "caption": "Agreements",
            "header_row": True,
            "header_column": False,
            "rows": [
                {"type": "row", "value": [{"type": "cell", "value": "Year"}, {"type": "cell", "value": "Agreement"}]},
                {"type": "row", "value": [{"type": "cell", "value": "1987"}, {"type": "cell", "value": "Partnership"}]},
            ],
        }
