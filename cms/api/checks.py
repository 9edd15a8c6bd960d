"""A page type or block without typed content would be missing from the API: say so at the start."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from wagtail.blocks import Block, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from cms.core.content.base import BlockContent
from cms.core.content.pages import PageContent
from cms.core.models import BasePage


def connect() -> None:
    """Register the check."""
    register(Tags.models)(check_content)


def check_content(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Return an error for each page type, and each block in a stream, without typed content of its own type."""
    models = [model for model in get_page_models() if issubclass(model, BasePage)]
    return [*_pages(models), *_blocks(models)]


def _pages(models: list[Any]) -> Iterator[Error]:
    for model in models:
        content = getattr(model, "api_content", None)
        if not content or not issubclass(content, PageContent) or _type(content) != model._meta.label:
            hint = f'Declare a PageContent with `type: Literal["{model._meta.label}"]` and name it in `api_content`.'
            yield Error("This page type is not in the content API.", obj=model, hint=hint, id="api.E001")


def _blocks(models: list[Any]) -> Iterator[Error]:
    streams = {f"{m._meta.label}.{f.name}": f for m in models for f in m._meta.fields if isinstance(f, StreamField)}
    for place, field in streams.items():
        for path, name, block in children(field.stream_block, place):
            content = getattr(block.meta, "api_content", None)
            if not content or not issubclass(content, BlockContent) or _type(content) != name:
                hint = f'Declare a BlockContent with `type: Literal["{name}"]` and name it in the block\'s Meta.'
                yield Error(f"The block {path} is not in the content API.", obj=block, hint=hint, id="api.E002")


def children(block: Block, path: str) -> Iterator[tuple[str, str, Block]]:
    """Yield (path, name, block) for every block that stands in a stream, whole blocks only."""
    if isinstance(block, (StreamBlock, StructBlock)):
        for name, child in block.child_blocks.items():
            own = f"{path}.{name}"
            if isinstance(block, StreamBlock) and not _is_part(block):
                yield own, name, child
            yield from children(child, own)


def _is_part(block: StreamBlock) -> bool:
    """Return whether a stream is only how a block stores a part of its value, which its content gives whole."""
    return bool(getattr(block.meta, "is_part", False))


def _type(content: Any) -> str:
    return content.model_fields["type"].default
