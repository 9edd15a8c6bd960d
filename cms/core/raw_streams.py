"""Stored StreamField values, looked through without resolving them, which would cost queries."""

from collections.abc import Iterator
from typing import Any

from wagtail.fields import StreamField


def leaves_on(page: Any) -> Iterator[tuple[str, Any]]:
    """Yield (name, stored value) for every plain value in the streams of `page`; items of lists have no name."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from leaves(list(getattr(page, field.name).raw_data))


def leaves(raw: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield (name, stored value) for every plain value inside `raw`."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            yield from leaves(value, key)
    elif isinstance(raw, list):
        for value in raw:
            yield from leaves(value)
    else:
        yield name, raw
