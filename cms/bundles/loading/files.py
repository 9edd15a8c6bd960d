"""Files that a failed load takes back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.storage import Storage
from django.utils.functional import LazyObject

from cms.bundles.library import asset_model
from cms.bundles.references import DOCUMENT, IMAGE


@contextmanager
def files_taken_back() -> Iterator[Callable[[], None]]:
    """Delete every file written inside if what is inside fails. Yields a function after which all of them stay.

    The storages are made to tell what they write, since a file is there before the row that names it.
    """
    written: list[tuple[Storage, str]] = []
    storages = _storages()
    for storage in storages:
        storage.save = _telling(storage, written)
    try:
        yield written.clear
    except BaseException:
        for storage, name in reversed(written):
            storage.delete(name)
        raise
    finally:
        for storage in storages:
            del storage.save


def _storages() -> list[Storage]:
    models = [asset_model(IMAGE), asset_model(IMAGE).get_rendition_model(), asset_model(DOCUMENT)]
    found = [_bare(model._meta.get_field("file").storage) for model in models]
    return list({id(storage): storage for storage in found}.values())


def _bare(storage: Any) -> Storage:
    """Return the storage behind Django's lazy default storage."""
    if isinstance(storage, LazyObject):
        storage.exists  # noqa: B018 - sets up what is behind it
        return storage._wrapped
    return storage


def _telling(storage: Storage, written: list[tuple[Storage, str]]) -> Callable[..., str]:
    save = storage.save

    def tell(*args: Any, **kwargs: Any) -> str:
        name = save(*args, **kwargs)
        written.append((storage, name))
        return name

    return tell
