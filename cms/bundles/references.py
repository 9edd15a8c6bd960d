"""How one thing of a bundle names another, without primary keys: `{"page": "<translation_key>"}` and its like."""

from typing import Any

from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

PAGE, IMAGE, DOCUMENT = "page", "image", "document"


def kind_of(model: type[models.Model]) -> str:
    """Return which of the kinds of reference leads to objects of `model`, "" where none does."""
    if issubclass(model, Page):
        return PAGE
    return {get_image_model(): IMAGE, get_document_model(): DOCUMENT}.get(model, "")


class UnknownKey(LookupError):
    """A reference leads to nothing in the bundle; its text is a sentence."""


class KnownKeys:
    """What references of a bundle may name, and the primary keys once the database has given them."""

    def __init__(self) -> None:
        self._models: dict[tuple[str, str], type[models.Model]] = {}
        self._ids: dict[tuple[str, str], int] = {}

    def add(self, kind: str, key: str, model: type[models.Model]) -> None:
        """Make known the key of an object of the given model."""
        self._models[kind, key] = model

    def give(self, kind: str, key: str, pk: int) -> None:
        """Make known the primary key that the database gave to an object."""
        self._ids[kind, key] = pk

    def resolve(self, kind: str, key: Any, model: type[models.Model] | None = None) -> int | None:
        """Return the primary key, None while there is none yet.

        Raises UnknownKey for a key that nothing has, or that of an object of another model than asked for.
        """
        found = self._models.get((kind, key)) if isinstance(key, str) else None
        if found is None:
            raise UnknownKey(f"no {kind} of this bundle has the key “{key}”.")
        if model and not issubclass(found, model):
            raise UnknownKey(f"the {kind} {key} is of the type {found._meta.label}, not {model._meta.label}.")
        return self._ids.get((kind, key))
