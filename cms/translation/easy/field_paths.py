"""From the place of one text to the kind of place: wagtail-localize only says it of stored records."""

from typing import Any

from wagtail.blocks import StreamValue, StructValue


def field_path_of(page: Any, path: str) -> str:
    """Return the field path of a context path on the specific page: types of blocks in place of their ids."""
    name, *steps = path.split(".")
    value, found = getattr(page, name), [name]
    for step in steps:
        if isinstance(value, StreamValue):
            child = next(child for child in value if child.id == step)
            found.append(child.block_type)
            value = child.value
        else:
            found.append(step)
            value = value.get(step) if isinstance(value, StructValue) else None
    return ".".join(found)
