"""One JSON object of a bundle, read key by key."""

import re
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from cms.bundles.errors import BundleError

_SHAPES = {str: "a text", bool: "true or false", int: "a whole number", list: "a list", dict: "an object"}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class Record:
    """A JSON object with the file and place it stands in.

    Each method takes one key and returns its value, or raises BundleError if it is missing or of another shape.
    `finish` refuses keys that nobody asked for.
    """

    def __init__(self, file: str, data: Any, place: str = "") -> None:
        self.file, self.place = file, place
        if not isinstance(data, dict):
            raise BundleError(file, place, "an object in braces must stand here.")
        self.data = data
        self._asked: set[str] = set()

    def error(self, name: str, reason: str) -> BundleError:
        """Return an error about the value of a key."""
        return BundleError(self.file, self._path(name), reason)

    def value(self, name: str, *shapes: type) -> Any:
        """Return the value, which must be of one of the JSON shapes, any where none is given."""
        self._asked.add(name)
        if name not in self.data:
            raise self.error(name, "this key is missing.")
        value = self.data[name]
        if shapes and type(value) not in shapes:
            expected = " or ".join("null" if shape is type(None) else _SHAPES[shape] for shape in shapes)
            raise self.error(name, f"must be {expected}.")
        return value

    def text(self, name: str) -> str:
        """Return a text that is not empty."""
        value = self.value(name, str)
        if not value.strip():
            raise self.error(name, "must not be empty.")
        return value

    def choice(self, name: str, choices: Collection[str]) -> str:
        """Return one of the given texts."""
        value = self.value(name, str)
        if value not in choices:
            raise self.error(name, f"“{value}” is none of {', '.join(choices)}.")
        return value

    def texts(self, name: str) -> list[str]:
        """Return a list of texts."""
        values = self.value(name, list)
        if not all(isinstance(value, str) for value in values):
            raise self.error(name, "must be a list of texts.")
        return values

    def key(self, name: str) -> str:
        """Return a UUID in its canonical form."""
        return self._uuid(name, self.value(name, str))

    def optional_key(self, name: str) -> str | None:
        """Return a UUID, or None for null."""
        value = self.value(name, str, type(None))
        return None if value is None else self._uuid(name, value)

    def moment(self, name: str) -> datetime:
        """Return a moment with its offset from UTC."""
        return self._moment(name, self.value(name, str))

    def optional_moment(self, name: str) -> datetime | None:
        """Return a moment, or None for null."""
        value = self.value(name, str, type(None))
        return None if value is None else self._moment(name, value)

    def finish(self) -> None:
        """Refuse keys that nobody asked for."""
        for name in self.data:
            if name not in self._asked:
                raise self.error(name, "no such key belongs here.")

    def _path(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name

    def _uuid(self, name: str, value: str) -> str:
        try:
            if str(UUID(value)) == value:
                return value
        except ValueError:
            pass
        raise self.error(name, f"“{value}” is no UUID in lower case.")

    def _moment(self, name: str, value: str) -> datetime:
        try:
            if _MOMENT.fullmatch(value):
                return datetime.fromisoformat(value)
        except ValueError:
            pass
        raise self.error(name, f"“{value}” is no moment such as 2026-11-02T09:00:00Z.")


def records(file: str, data: Any, place: str = "") -> list[Record]:
    """Return the objects of a JSON list; the first has the place `place[0]`. Raises BundleError for another shape."""
    if not isinstance(data, list):
        raise BundleError(file, place, "a list in square brackets must stand here.")
    return [Record(file, item, f"{place}[{number}]") for number, item in enumerate(data)]
