"""The pictures and documents that a bundle in the making refers to."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError
from wagtail.models import CollectionViewRestriction

from cms.bundles.errors import BundleError
from cms.bundles.library import FILES, FOLDERS, PICTURE_ENDINGS, asset_model, recorded_fields
from cms.bundles.references import IMAGE
from cms.bundles.values import to_json


@dataclass(frozen=True)
class _Item:
    instance: Any
    key: str
    file: str


class Shelf:
    """Gives every picture and document that is asked for a key, the SHA-256 of its file.

    Where several share one file, the second in the order of asking gets the number 2 behind its key.
    """

    def __init__(self) -> None:
        self._items: dict[str, dict[int, _Item | None]] = {kind: {} for kind in FILES}

    def key(self, kind: str, pk: int) -> str | None:
        """Return the key, None for what does not exist. Raises BundleError for what a bundle cannot hold."""
        items = self._items[kind]
        if pk not in items:
            instance = asset_model(kind).objects.filter(pk=pk).select_related("collection").first()
            items[pk] = self._item(kind, instance) if instance else None
        item = items[pk]
        return item.key if item else None

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """Return what images.json or documents.json holds."""
        return [_entry(kind, item) for item in sorted(self._of(kind), key=_natural)]

    def copy(self, kind: str, folder: Path) -> None:
        """Copy the files below the folder of a bundle."""
        for item in self._of(kind):
            target = folder / item.file
            target.parent.mkdir(exist_ok=True)
            with item.instance.file.open("rb") as content, target.open("wb") as out:
                shutil.copyfileobj(content, out)

    def _of(self, kind: str) -> list[_Item]:
        return [item for item in self._items[kind].values() if item]

    def _item(self, kind: str, instance: Any) -> _Item:
        _refuse_restricted(kind, instance)
        try:
            with instance.file.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
                ending = _picture_ending(instance, content) if kind == IMAGE else _document_ending(instance)
        except OSError as error:
            raise BundleError(
                FILES[kind], "file", f"the file of “{instance.title}” cannot be read ({error.strerror or error})."
            ) from None
        same = sum(item.key.startswith(digest) for item in self._of(kind))
        return _Item(instance, f"{digest}-{same + 1}" if same else digest, f"{FOLDERS[kind]}/{digest}{ending}")


def _entry(kind: str, item: _Item) -> dict[str, Any]:
    recorded = {
        field.name: to_json(field.value_from_object(item.instance)) for field in recorded_fields(asset_model(kind))
    }
    return {
        "key": item.key,
        "file": item.file,
        **recorded,
        "collection": [one.name for one in item.instance.collection.get_ancestors(inclusive=True) if not one.is_root()],
        "tags": sorted(item.instance.tags.names()),
    }


def _natural(item: _Item) -> tuple[str, int]:
    digest, _dash, number = item.key.partition("-")
    return digest, int(number or 1)


def _refuse_restricted(kind: str, instance: Any) -> None:
    above = instance.collection.get_ancestors(inclusive=True)
    if CollectionViewRestriction.objects.filter(collection__in=above).exists():
        raise BundleError(
            FILES[kind],
            "collection",
            f"“{instance.title}” lies in a private collection, and whoever loads the bundle would make it public; "
            "move it to another one.",
        )


def _picture_ending(instance: Any, content: Any) -> str:
    content.seek(0)
    try:
        with Image.open(content) as picture:
            ending = PICTURE_ENDINGS.get(picture.format or "")
    except UnidentifiedImageError:
        ending = None
    if ending is None:
        raise BundleError(FILES[IMAGE], "file", f"the file of “{instance.title}” is of no kind a bundle can hold.")
    return f".{ending}"


def _document_ending(instance: Any) -> str:
    return PurePosixPath(instance.file.name).suffix.lower()
