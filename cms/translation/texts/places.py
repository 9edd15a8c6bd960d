"""Where a text stands on its page, in words."""

from functools import lru_cache
from itertools import groupby
from typing import Any

from wagtail.blocks import Block
from wagtail.fields import StreamField

SEPARATOR = " › "


def place_of(model: type[Any], field_path: str) -> str:
    """Return the labels of the field and the blocks a text stands in, such as “Body › Quote › Source”.

    In the active language. `field_path` is that of wagtail-localize: block types in place of ids. A label that repeats
    the one before it, as that of a picture in a picture block does, stands once.
    """
    labels = (str(label) for label in _labels(model, field_path))
    return SEPARATOR.join(label for label, _repeated in groupby(labels))


@lru_cache(maxsize=4096)
def _labels(model: type[Any], field_path: str) -> tuple[Any, ...]:
    name, *steps = field_path.split(".")
    field = model._meta.get_field(name)
    labels = [_Capital(getattr(field, "verbose_name", name))]
    block: Block | None = field.stream_block if isinstance(field, StreamField) else None
    for step in steps:
        block = getattr(block, "child_blocks", {}).get(step)
        if block is None:
            break
        labels.append(block.label or step)
    return tuple(labels)


class _Capital:
    """A lazy label with a capital first letter."""

    def __init__(self, label: Any) -> None:
        self.label = label

    def __str__(self) -> str:
        text = str(self.label)
        return text[:1].upper() + text[1:]
