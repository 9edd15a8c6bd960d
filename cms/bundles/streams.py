"""StreamFields: Wagtail's raw data in which every primary key is replaced by a reference, and back."""

from collections.abc import Callable
from typing import Any, Protocol

from wagtail.blocks import (
    Block,
    BooleanBlock,
    CharBlock,
    ChooserBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)


class Way(Protocol):
    """One of the two directions. `place` says where in the page a value stands, such as `body[0].text`."""

    def reference(self, block: ChooserBlock, value: Any, place: str) -> Any:
        """Return the chosen object in its other form."""

    def rich_text(self, html: Any, place: str) -> str:
        """Return rich text in its other form."""

    def leaf(self, block: Block, value: Any, place: str) -> Any:
        """Return any other value that has no blocks inside."""

    def items(self, value: Any, place: str) -> list[dict[str, Any]]:
        """Return the members of a list of blocks, each with type, value and id."""

    def fields(self, value: Any, place: str) -> dict[str, Any]:
        """Return the members of a block with fields."""

    def foreign(self, place: str, name: str) -> None:
        """Meet a block type or field that the block does not have; it is left out unless this raises."""


def convert(block: Block, value: Any, way: Way, place: str) -> Any:
    """Return the raw value of a block in its other form. Raises what `way` raises."""
    for kind, function in _FUNCTIONS:
        if isinstance(block, kind):
            return function(block, value, way, place)
    return way.leaf(block, value, place)


def empty_leaf(block: Block) -> Any:
    """Return what Wagtail's null means for a block: blocks of a picture that nobody has chosen hold it."""
    if isinstance(block, CharBlock | TextBlock):
        return ""
    return False if isinstance(block, BooleanBlock) else None


def _stream(block: StreamBlock, value: Any, way: Way, place: str) -> list[dict[str, Any]]:
    made = []
    for number, item in enumerate(way.items(value, place)):
        inside = f"{place}[{number}]"
        child = block.child_blocks.get(item["type"])
        if child is None:
            way.foreign(f"{inside}.type", item["type"])
            continue
        converted = convert(child, item["value"], way, inside)
        made.append({"type": item["type"], "value": converted, "id": item["id"]})
    return made


def _list(block: ListBlock, value: Any, way: Way, place: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "item",
            "value": convert(block.child_block, item["value"], way, f"{place}[{number}]"),
            "id": item["id"],
        }
        for number, item in enumerate(way.items(value, place))
    ]


def _struct(block: StructBlock, value: Any, way: Way, place: str) -> dict[str, Any]:
    given = way.fields(value, place)
    for name in given:
        if name not in block.child_blocks:
            way.foreign(f"{place}.{name}", name)
    return {
        name: convert(child, given[name], way, f"{place}.{name}")
        for name, child in block.child_blocks.items()
        if name in given
    }


def _rich_text(_block: RichTextBlock, value: Any, way: Way, place: str) -> str:
    return way.rich_text(value, place)


def _chooser(block: ChooserBlock, value: Any, way: Way, place: str) -> Any:
    return way.reference(block, value, place)


_FUNCTIONS: tuple[tuple[type[Block], Callable[..., Any]], ...] = (
    (StreamBlock, _stream),
    (ListBlock, _list),
    (StructBlock, _struct),
    (RichTextBlock, _rich_text),
    (ChooserBlock, _chooser),
)
