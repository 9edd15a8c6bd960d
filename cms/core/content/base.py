"""What all typed content has in common."""

from typing import Any, Self

from ninja import Schema
from pydantic import ConfigDict, Field


class Content(Schema):
    """A part of an answer. Nothing may be in it that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BlockContent(Content):
    """One block of a stream. Subclasses give `type`, the block's key, as a literal."""

    id: str = Field(description="Stable as long as the block exists, across saves and languages.")
    type: str

    @classmethod
    def of(cls, block: Any) -> Self | None:
        """Return the content of a stream's child, or None where readers are shown nothing.

        It is made of `fields`, which a subclass gives.
        """
        fields = cls.fields(block.value)
        return None if fields is None else cls(id=block.id or "", **fields)

    @classmethod
    def fields(cls, value: Any) -> dict[str, Any] | None:
        """Return the fields beyond `id` and `type` for a block's value, or None where readers are shown nothing."""
        raise NotImplementedError


def stream(blocks: Any) -> list[Any]:
    """Return the content of a stream's blocks in their order, leaving out what readers are not shown."""
    made = (block.block.meta.api_content.of(block) for block in blocks or ())
    return [content for content in made if content is not None]
