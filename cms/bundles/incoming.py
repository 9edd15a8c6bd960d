"""From the JSON of a page to the values its fields take."""

import re
from typing import Any

from django.db import models
from wagtail.blocks import Block, CharBlock, ChooserBlock, TextBlock
from wagtail.fields import RichTextField, StreamField

from cms.bundles.errors import BundleError
from cms.bundles.page_fields import Field, child_fields, field_names, field_of, plain_value
from cms.bundles.page_files import PageFile
from cms.bundles.record import Record, records
from cms.bundles.references import KnownKeys, UnknownKey, kind_of
from cms.bundles.rich_text import foreign_markup, with_ids
from cms.bundles.streams import convert

_BLOCK_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
_SCALARS = (str, int, float, bool, type(None))


def check_values(page: PageFile, known: KnownKeys) -> None:
    """Raise BundleError where `incoming_values` would, and for rich text that no editor could have written."""
    incoming_values(page, known, _Checking(page.file, known))


def incoming_values(page: PageFile, known: KnownKeys, way: "Incoming | None" = None) -> dict[str, Any]:
    """Return the values of the fields that the file gives, by name.

    Streams are Wagtail's raw data, child relations lists of values by column. Raises BundleError for unknown fields,
    values of the wrong shape and references to nothing. Primary keys are None as long as `known` has none.
    """
    way = way or Incoming(page.file, known)
    record = Record(page.file, page.fields)
    record.text("title")
    values = dict(page.plain)
    for name in field_names(page.model):
        if name in page.fields:
            given = record.value(name)
            if name not in values:
                values[name] = incoming_value(field_of(page.model, name), given, way.anew(), name)
    record.finish()
    return values


class Incoming:
    """The way from a bundle to the database. Each method raises BundleError for what cannot be stored."""

    def __init__(self, file: str, known: KnownKeys) -> None:
        self.file, self.known = file, known
        self._ids: set[str] = set()

    def anew(self) -> "Incoming":
        """Return the same way for another field, in which block ids may be the same again."""
        return type(self)(self.file, self.known)

    def reference(self, block: ChooserBlock, value: Any, place: str) -> int | None:
        return self.named(block.model_class, value, place)

    def named(self, model: type[models.Model], value: Any, place: str) -> int | None:
        """Return the primary key of the object that `{"page": key}` or its like names; None for null."""
        if value is None:
            return None
        kind = kind_of(model)
        record = Record(self.file, value, place)
        key = record.value(kind, str)
        record.finish()
        return self.resolved(kind, key, f"{place}.{kind}", model)

    def rich_text(self, html: Any, place: str) -> str:
        if not isinstance(html, str):
            raise BundleError(self.file, place, "must be a text.")
        return with_ids(html, lambda kind, key: self.resolved(kind, key, place))

    def leaf(self, block: Block, value: Any, place: str) -> Any:
        if not isinstance(value, _SCALARS):
            raise BundleError(self.file, place, "must be a text, a number, true, false or null.")
        if isinstance(block, CharBlock | TextBlock) and not isinstance(value, str):
            raise BundleError(self.file, place, "must be a text.")
        return value

    def items(self, value: Any, place: str) -> list[dict[str, Any]]:
        return [self._item(record) for record in records(self.file, value, place)]

    def fields(self, value: Any, place: str) -> dict[str, Any]:
        return Record(self.file, value, place).data

    def foreign(self, place: str, name: str) -> None:
        raise BundleError(self.file, place, f"no block or field “{name}” belongs here.")

    def _item(self, record: Record) -> dict[str, Any]:
        item = {"type": record.text("type"), "value": record.value("value"), "id": record.text("id")}
        record.finish()
        if not _BLOCK_ID.fullmatch(item["id"]):
            raise record.error("id", "may hold letters, digits and hyphens only, such as a UUID.")
        if item["id"] in self._ids:
            raise record.error("id", f"the id {item['id']} stands twice in this field.")
        self._ids.add(item["id"])
        return item

    def resolved(self, kind: str, key: Any, place: str, model: type[models.Model] | None = None) -> int | None:
        """Return the primary key behind a key, or raise BundleError."""
        try:
            return self.known.resolve(kind, key, model)
        except UnknownKey as error:
            raise BundleError(self.file, place, str(error)) from None


class _Checking(Incoming):
    """The same way, taken to see whether it can be gone."""

    def rich_text(self, html: Any, place: str) -> str:
        made = super().rich_text(html, place)
        foreign = foreign_markup(html)
        if foreign:
            raise BundleError(self.file, place, f"rich text may not hold {foreign}.")
        return made


def incoming_value(field: Field, value: Any, way: Incoming, place: str) -> Any:
    """Return the value a field takes for the JSON value at `place`, or raise BundleError."""
    if isinstance(field, StreamField):
        return convert(field.stream_block, value, way, place)
    if isinstance(field, RichTextField):
        return way.rich_text(value, place)
    if isinstance(field, models.ManyToOneRel):
        rows = records(way.file, value, place)
        return [_row(field, record, way) for record in rows]
    if isinstance(field, models.ForeignKey):
        return way.named(field.related_model, value, place)
    return plain_value(field, value, way.file, place)


def _row(relation: models.ManyToOneRel, record: Record, way: Incoming) -> dict[str, Any]:
    values = {}
    for field in child_fields(relation):
        if field.name in record.data:
            given = record.value(field.name)
            values[field.attname] = incoming_value(field, given, way, f"{record.place}.{field.name}")
    record.finish()
    return values
