"""How long a text may be at its place."""

from functools import lru_cache
from typing import Any

from wagtail.blocks import Block, FieldBlock, StreamBlock
from wagtail.fields import StreamField


@lru_cache(maxsize=4096)
def max_length(model: type[Any], field_path: str) -> int | None:
    """Return the most characters that the field or block at a field path such as `body.quote.source` takes.

    None where there is no limit.
    """
    name, *steps = field_path.split(".")
    field = model._meta.get_field(name)
    if not isinstance(field, StreamField):
        return getattr(field, "max_length", None)
    block: Block | None = field.stream_block
    for step in steps:
        children = getattr(block, "child_blocks", {})
        block = children.get(step)
    if isinstance(block, FieldBlock) and not isinstance(block, StreamBlock):
        return getattr(block.field, "max_length", None)
    return None
