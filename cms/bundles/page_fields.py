"""What the pages of a type hold, derived from the model, so that a new page type needs no code here."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import RichTextField, StreamField

from cms.bundles.errors import BundleError, reason_of
from cms.bundles.values import from_json
from cms.core.models import BasePage

SHARED_WORDS = ("title", "seo_title", "search_description")
SWITCH = "show_in_menus"

Field = models.Field | models.ManyToOneRel


def field_names(model: type[BasePage], is_written: bool = False) -> list[str]:
    """Return the names of all fields a whole page has in a bundle, in their order.

    A page written beside a source page has no facts of its own.
    """
    facts = [] if is_written else model.fact_names
    return [*SHARED_WORDS, SWITCH, *model.words, *facts]


def field_of(model: type[BasePage], name: str) -> Field:
    """Return a field or child relation of a page type."""
    return model._meta.get_field(name)


def plain_values(file: str, model: type[BasePage], fields: dict[str, Any]) -> dict[str, Any]:
    """Return the values of the plain fields that a file gives, or raise BundleError."""
    return {
        name: plain_value(field_of(model, name), fields[name], file, name)
        for name in field_names(model)
        if name in fields and is_plain(field_of(model, name))
    }


def plain_value(field: models.Field, value: Any, file: str, place: str) -> Any:
    """Return the value a field takes for the JSON value at `place`, or raise BundleError."""
    try:
        return from_json(field, value)
    except ValidationError as error:
        raise BundleError(file, place, reason_of(error)) from None


def is_plain(field: Field) -> bool:
    """Return whether values of the field are what JSON can say as it is: no stream, rich text or relation."""
    return not (field.is_relation or isinstance(field, StreamField | RichTextField))


def child_fields(relation: models.ManyToOneRel) -> list[models.Field]:
    """Return the fields of the rows in a child relation, without primary key, page and order."""
    left_out = {relation.field.name, "sort_order"}
    return [
        field
        for field in relation.related_model._meta.concrete_fields
        if not field.primary_key and field.editable and field.name not in left_out
    ]


def order_of(model: type[models.Model], number: int) -> dict[str, Any]:
    """Return the value of the order column for the row `number` of a child relation, where it has one."""
    names = {field.name for field in model._meta.concrete_fields}
    return {"sort_order": number} if "sort_order" in names else {}
