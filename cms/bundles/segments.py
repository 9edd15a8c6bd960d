"""The words of a page as wagtail-localize cuts them: texts by their context path."""

from dataclasses import dataclass, field
from typing import Any

from wagtail.blocks import ChooserBlock, StreamBlock, StructValue
from wagtail.fields import StreamField
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments, quote_path_component

from cms.bundles.references import kind_of


@dataclass
class PageSegments:
    """All segments of one page in their order; strings and overridable values also by context path.

    `rich` holds the paths whose text is cut into several fragments of HTML; others hold one plain text.
    """

    every: list[Any]
    strings: dict[str, list[StringSegmentValue]] = field(default_factory=dict)
    overridable: dict[str, OverridableSegmentValue] = field(default_factory=dict)
    rich: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, page: Any) -> "PageSegments":
        """Return the segments of the specific page, which may be unsaved."""
        made = cls(extract_segments(page))
        for segment in made.every:
            made._sort(segment)
        made.rich |= {path for path, segments in made.strings.items() if len(segments) > 1}
        return made

    def _sort(self, segment: Any) -> None:
        if isinstance(segment, StringSegmentValue):
            self.strings.setdefault(segment.path, []).append(segment)
        elif isinstance(segment, OverridableSegmentValue):
            self.overridable[segment.path] = segment
        elif isinstance(segment, TemplateSegmentValue):
            self.rich.add(segment.path)


def link_path(path: str, href: str) -> str:
    """Return the context path under which wagtail-localize overrides an address in the rich text at `path`."""
    return f"{path}.{quote_path_component(href)}"


def is_link(path: str) -> bool:
    """Return whether the overridable value at a context path is an address in rich text."""
    return path.endswith("'")


def reference_kind(page: Any, path: str) -> str:
    """Return which kind of object the block at a context path refers to, "" where it holds a plain value."""
    name, *steps = path.split(".")
    model_field = page._meta.get_field(name)
    if is_link(path) or not isinstance(model_field, StreamField):
        return ""
    block, value = model_field.stream_block, getattr(page, name)
    for step in steps:
        if isinstance(block, StreamBlock):
            child = next(child for child in value if child.id == step)
            block, value = child.block, child.value
        else:
            block = block.child_blocks[step]
            value = value.get(step) if isinstance(value, StructValue) else value
    return kind_of(block.model_class) if isinstance(block, ChooserBlock) else ""
