"""References from one part of the OpenAPI document to its components."""

from collections.abc import Iterator
from typing import Any


def references(part: Any, kind: str) -> Iterator[str]:
    """Yield the names of the components of a kind, such as `schemas`, that a part of the document refers to."""
    prefix = f"#/components/{kind}/"
    if isinstance(part, list):
        for one in part:
            yield from references(one, kind)
    elif isinstance(part, dict):
        target = part.get("$ref", "")
        if target.startswith(prefix):
            yield target.removeprefix(prefix)
        for one in part.values():
            yield from references(one, kind)
