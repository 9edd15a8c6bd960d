"""Choosers in blocks that take what the answer under way has looked up already instead of asking again."""

from collections.abc import Callable, Iterable
from copy import copy
from typing import Any

from wagtail.blocks import PageChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from cms.core.pictures import pictures_for
from cms.core.reader import present_reader
from cms.core.rows import rows_for


class LinkedPageBlock(PageChooserBlock):
    """A page that is linked to; only its key is used, since readers get it in their language."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        """Return a page for each key, None for None."""
        values = list(values)
        reader = present_reader()
        known = _copies(values, rows_for(reader).announced) if reader else None
        return super().bulk_to_python(values) if known is None else known

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return Wagtail's block: what is stored is the same."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class ShownImageBlock(ImageChooserBlock):
    """An image that is shown."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        """Return an image for each key, each an object of its own, None for None."""
        values = list(values)
        reader = present_reader()
        known = _copies(values, pictures_for(reader).announced) if reader else None
        return super().bulk_to_python(values) if known is None else known


def _copies(keys: list[int | None], find: Callable[[int], Any]) -> list[Any] | None:
    """Return a copy of what `find` returns for each key, or None where it does not know all of them."""
    found = [None if key is None else find(key) for key in keys]
    if any(one is None and key is not None for one, key in zip(found, keys, strict=True)):
        return None
    return [copy(one) for one in found]
