"""Files that a failed load takes back."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.files.storage import Storage
from django.db import models
from django.utils.functional import LazyObject

from cms.bundles.library import asset_model
from cms.bundles.loading.journal import Journal
from cms.bundles.references import DOCUMENT, IMAGE

JOURNAL = "loading.jsonl"

logger = logging.getLogger(__name__)


@contextmanager
def files_taken_back() -> Iterator[Callable[[], None]]:
    """Delete every file written inside if what is inside fails. Yields a function after which all of them stay.

    The storages are made to tell the journal what they are about to write, since a file is there before the row that
    names it. What a load left that was killed goes first.
    """
    storages = _storages()
    with Journal(settings.VAR_DIR / JOURNAL) as journal:
        _delete(journal, storages, keep=_is_named)
        for label, storage in storages.items():
            storage._save = _telling(storage, label, journal)
        try:
            yield journal.clear
        except BaseException:
            _delete(journal, storages)
            raise
        finally:
            for storage in storages.values():
                del storage._save


def _models() -> list[type[models.Model]]:
    return [asset_model(IMAGE), asset_model(IMAGE).get_rendition_model(), asset_model(DOCUMENT)]


def _storages() -> dict[str, Storage]:
    """Return each storage once, by the label of the first model that keeps its files there."""
    found: dict[str, Storage] = {}
    for model in _models():
        storage = _bare(model._meta.get_field("file").storage)
        if storage not in found.values():
            found[model._meta.label] = storage
    return found


def _bare(storage: Any) -> Storage:
    """Return the storage behind Django's lazy default storage."""
    if isinstance(storage, LazyObject):
        storage.exists  # noqa: B018 - sets up what is behind it
        return storage._wrapped
    return storage


def _telling(storage: Storage, label: str, journal: Journal) -> Callable[[str, Any], str]:
    save = storage._save

    def tell(name: str, content: Any) -> str:
        journal.note((label, name))
        made = save(name, content)
        if made != name:  # somebody else took the name meanwhile
            journal.note((label, made), instead_of=(label, name))
        return made

    return tell


def _is_named(name: str) -> bool:
    """Return whether a row names the file, as when a load was killed just after everything was written."""
    return any(model._default_manager.filter(file=name).exists() for model in _models())


def _delete(journal: Journal, storages: dict[str, Storage], keep: Callable[[str], bool] = lambda _name: False) -> None:
    for label, name in reversed(journal.entries()):
        if label in storages and not keep(name):
            try:
                storages[label].delete(name)
            except OSError:
                logger.warning("The file %s, left by a load that failed, cannot be deleted", name)
    journal.clear()
