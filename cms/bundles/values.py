"""Values of model fields as they stand in JSON."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

_SHAPES: tuple[tuple[type, tuple[type, ...], str], ...] = (
    (models.BooleanField, (bool,), "must be true or false."),
    (models.IntegerField, (int,), "must be a whole number."),
    (models.FloatField, (int, float), "must be a number."),
    (models.Field, (str,), "must be a text."),
)
"""By kind of field, the most special first: the JSON shapes it takes."""


def to_json(value: Any) -> Any:
    """Return the JSON form of a plain value. Moments are in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    return value


def from_json(field: models.Field, value: Any) -> Any:
    """Return the value a plain field takes, or raise ValidationError for one it refuses."""
    if isinstance(field, models.JSONField) or (value is None and field.null):
        return field.clean(value, None)
    if value is None:
        raise ValidationError("must not be null.")
    shapes, reason = next((shapes, reason) for kind, shapes, reason in _SHAPES if isinstance(field, kind))
    if type(value) not in shapes:
        raise ValidationError(reason)
    made = field.clean(value, None)
    if isinstance(made, datetime) and made.tzinfo is None:
        raise ValidationError("must say its offset from UTC, such as 2026-11-02T09:00:00Z.")
    return made
