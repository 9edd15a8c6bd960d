"""Going through all values of a page's StreamFields."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import Block, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock


def stream_values(page: Any) -> Iterator[tuple[str, Block, Any]]:
    """Yield (field name, block, value) for every block of the page, parents before their children."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for block, value in walk(field.stream_block, getattr(page, field.name)):
                yield field.name, block, value


def walk(block: Block, value: Any) -> Iterator[tuple[Block, Any]]:
    """Yield (block, value) for `value` and everything inside it."""
    yield block, value
    if isinstance(block, ImageBlock):
        return
    if isinstance(block, StreamBlock):
        for child in value or []:
            yield from walk(child.block, child.value)
    elif isinstance(block, StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from walk(child_block, value.get(name))
