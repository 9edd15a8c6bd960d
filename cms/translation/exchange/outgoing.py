"""What is written into a file: the texts of one page in one language, whatever the format."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID


class State(StrEnum):
    """How far a text is, as files say it."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    TRANSLATED = "translated"
    FINAL = "final"


class About(StrEnum):
    """What a note of ours is about. Files carry it, so that our notes are not taken for a translator's."""

    PAGE = "page"
    PLACE = "place"
    LIMIT = "limit"
    LINK = "link"
    CHANGE = "change"
    STATE = "state"


@dataclass(frozen=True)
class Note:
    """A sentence for the translator."""

    about: About
    text: str


@dataclass(frozen=True)
class OutgoingUnit:
    """One text. `source`, `target` and the previous ones are HTML with inline tags, "" where there is none."""

    id: str
    path: str
    source: str
    target: str
    state: State
    is_machine: bool
    max_length: int | None
    notes: tuple[Note, ...]
    previous_source: str
    previous_target: str


@dataclass(frozen=True)
class OutgoingFile:
    """All texts of one page for one language. `name` is without its ending, codes are those of files.

    `as_of` is the last change of anything in it: a translation that was changed later is newer than the file.
    """

    key: UUID
    name: str
    title: str
    source_code: str
    target_code: str
    as_of: datetime
    notes: tuple[Note, ...]
    units: tuple[OutgoingUnit, ...]

    @property
    def original(self) -> str:
        """Return what the file calls the page: a name that people recognise, and the key that we do."""
        return f"{self.name}#{self.key}"

    @property
    def moment(self) -> str:
        """Return `as_of` as files write it (ISO 8601, UTC)."""
        return self.as_of.astimezone(UTC).isoformat().replace("+00:00", "Z")
