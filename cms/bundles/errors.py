"""How reading or writing a bundle ends when somebody has to change something."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db.models import Model


class BundleError(Exception):
    """Names the file, the field in it ("" for the file as a whole) and the reason, in one sentence."""

    def __init__(self, file: str, field: str, reason: str) -> None:
        self.file, self.field, self.reason = file, field, _sentence(reason)
        where = f"{file}, field “{field}”" if field else file
        super().__init__(f"{where}: {self.reason}")


def _sentence(reason: str) -> str:
    words = " ".join(reason.split())
    return words if words.endswith((".", "!", "?")) else f"{words}."


def reason_of(error: ValidationError) -> str:
    """Return what a validation error says, without the names of its fields."""
    return " ".join(str(message) for message in error.messages)


def reason_of_system(error: OSError) -> str:
    """Return what the system says, with the path it says it about."""
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _first_field(error: ValidationError) -> tuple[str, ValidationError]:
    """Return the first field a validation error names, "" for the object as a whole, with its errors."""
    if not hasattr(error, "error_dict"):
        return "", error
    name, errors = next(iter(error.error_dict.items()))
    return ("" if name == "__all__" else name), ValidationError(errors)


def validate(instance: Model, file: str, place: str = "", exclude: Collection[str] = ()) -> None:
    """Validate an object that stands at a place of a file; raise BundleError where its model refuses it."""
    try:
        instance.full_clean(exclude=set(exclude))
    except ValidationError as error:
        raise refusal(error, file, place) from None


def refusal(error: ValidationError, file: str, place: str = "") -> BundleError:
    """Return the error for what a model refuses."""
    name, errors = _first_field(error)
    return BundleError(file, ".".join(part for part in (place, name) if part), reason_of(errors))
