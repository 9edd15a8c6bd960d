"""Values of plain fields as they stand in JSON."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation

from cms.bundles.values import from_json, to_json

BERLIN = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime(2026, 7, 1, 12, 0, tzinfo=BERLIN), "2026-07-01T10:00:00Z"),
        (datetime(2026, 7, 1, 12, 0, 0, 5, tzinfo=UTC), "2026-07-01T12:00:00.000005Z"),
        (date(1999, 6, 1), "1999-06-01"),
        (time(10, 30), "10:30:00"),
        (None, None),
        (54.5, 54.5),
        (True, True),
    ],
)
def test_values_are_written(value: Any, written: Any) -> None:
    assert to_json(value) == written


@pytest.mark.parametrize(
    ("field", "value", "taken"),
    [
        (models.DateTimeField(), "2026-07-01T12:00:00+02:00", datetime(2026, 7, 1, 10, tzinfo=UTC)),
        (models.DateField(null=True, blank=True), None, None),
        (models.TimeField(), "10:30:00", time(10, 30)),
        (models.FloatField(), 5, 5.0),
        (models.CharField(max_length=2), "fr", "fr"),
        (models.BooleanField(), False, False),
    ],
)
def test_values_are_taken(field: models.Field, value: Any, taken: Any) -> None:
    assert from_json(field, value) == taken


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        (models.CharField(max_length=2), 5, "must be a text."),
        (models.CharField(max_length=2), "fra", "Ensure this value has at most 2 characters (it has 3)."),
        (models.CharField(max_length=2), None, "must not be null."),
        (models.BooleanField(), 1, "must be true or false."),
        (models.IntegerField(), True, "must be a whole number."),
        (models.FloatField(), "5", "must be a number."),
        (models.DateTimeField(), "2026-07-01T12:00:00", "must say its offset from UTC, such as 2026-11-02T09:00:00Z."),
    ],
)
def test_other_values_are_refused(field: models.Field, value: Any, reason: str) -> None:
    with pytest.raises(ValidationError) as refused, translation.override("en"):
        from_json(field, value)
    with translation.override("en"):
        assert refused.value.messages == [reason]
