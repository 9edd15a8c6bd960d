"""From the fields of a page to the JSON of a bundle."""

from typing import Any, Protocol
from uuid import NAMESPACE_URL, uuid5

from django.db import models
from wagtail.blocks import Block, ChooserBlock
from wagtail.fields import RichTextField, StreamField

from cms.bundles.errors import BundleError
from cms.bundles.page_fields import Field, child_fields, field_names, field_of
from cms.bundles.references import PAGE, kind_of
from cms.bundles.rich_text import with_keys
from cms.bundles.streams import convert, empty_leaf
from cms.bundles.values import to_json
from cms.core.models import BasePage


class Keys(Protocol):
    """Under which key a bundle holds what has a primary key."""

    def key(self, kind: str, pk: int) -> str | None:
        """Return the key, None for what the bundle does not hold. Raises BundleError for what it cannot hold."""


def outgoing_fields(page: BasePage, file: str, keys: Keys, *, is_written: bool) -> dict[str, Any]:
    """Return the values of all fields of a page in their fixed order. Raises BundleError."""
    way = Outgoing(file, keys)
    names = field_names(type(page), is_written)
    return {name: outgoing_value(field_of(type(page), name), page, way, name) for name in names}


def outgoing_value(field: Field, instance: models.Model, way: "Outgoing", place: str) -> Any:
    """Return the value of one field as it stands in a bundle."""
    if isinstance(field, StreamField):
        return convert(field.stream_block, list(getattr(instance, field.name).raw_data), way, place)
    if isinstance(field, RichTextField):
        return way.rich_text(getattr(instance, field.name), place)
    if isinstance(field, models.ManyToOneRel):
        rows = getattr(instance, field.get_accessor_name()).all()
        return [made for number, row in enumerate(rows) if (made := _row(field, row, way, f"{place}[{number}]"))]
    if isinstance(field, models.ForeignKey):
        return way.pointer(field, instance)
    return to_json(field.value_from_object(instance))


class Outgoing:
    """The way from the database to a bundle. Each method raises BundleError for what a bundle cannot say."""

    def __init__(self, file: str, keys: Keys) -> None:
        self.file, self.keys = file, keys

    def reference(self, block: ChooserBlock, value: Any, place: str) -> dict[str, str] | None:
        return None if value is None else self.named(self.kind(block.model_class, place), value, place)

    def named(self, kind: str, pk: int, place: str) -> dict[str, str]:
        """Return the reference to an object that has to be in the bundle."""
        return {kind: self._key(kind, pk, place)}

    def pointer(self, field: models.ForeignKey, instance: models.Model) -> dict[str, str] | None:
        """Return the reference in a field; None too for a page that readers do not get to see."""
        pk = getattr(instance, field.attname)
        kind = self.kind(field.related_model, field.name)
        key = None if pk is None else self.keys.key(kind, pk)
        return None if key is None else {kind: key}

    def kind(self, model: type[models.Model], place: str) -> str:
        """Return the kind of reference that leads to a model."""
        kind = kind_of(model)
        if not kind:
            raise BundleError(self.file, place, f"refers to a {model._meta.label}, which a bundle cannot hold.")
        return kind

    def rich_text(self, html: Any, place: str) -> str:
        return with_keys(html or "", lambda kind, pk: self._key(kind, pk, place))

    def leaf(self, block: Block, value: Any, place: str) -> Any:
        return empty_leaf(block) if value is None else value

    def items(self, value: Any, place: str) -> list[dict[str, Any]]:
        return [
            {"type": item["type"], "value": item["value"], "id": item.get("id") or self._id(f"{place}[{number}]")}
            for number, item in enumerate(value or [])
        ]

    def fields(self, value: Any, place: str) -> dict[str, Any]:
        return value or {}

    def foreign(self, place: str, name: str) -> None:
        """Leave out what the block no longer has: readers do not see it either."""

    def _key(self, kind: str, pk: int, place: str) -> str:
        key = self.keys.key(kind, pk)
        if key is None and kind == PAGE:
            raise BundleError(
                self.file, place, f"links to page {pk}, which is not live; publish that page or take the link out."
            )
        if key is None:
            raise BundleError(self.file, place, f"names {kind} {pk}, which was deleted; choose another one.")
        return key

    def _id(self, place: str) -> str:
        return str(uuid5(NAMESPACE_URL, f"{self.file}#{place}"))


def _row(relation: models.ManyToOneRel, row: models.Model, way: Outgoing, place: str) -> dict[str, Any] | None:
    """Return a row of a child relation; None where it has nothing to say without a page that is not live."""
    made = {field.name: outgoing_value(field, row, way, f"{place}.{field.name}") for field in child_fields(relation)}
    pointers = [field for field in child_fields(relation) if isinstance(field, models.ForeignKey) and not field.null]
    return None if any(made[field.name] is None for field in pointers) else made
