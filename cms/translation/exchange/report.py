"""What became of each text of the files that somebody handed in."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    """What became of a text."""

    REFUSED = "refused", _("Refused")
    CONFLICT = "conflict", _("Conflict")
    TAKEN = "taken", _("Taken")
    SKIPPED = "skipped", _("Not translated yet")
    UNCHANGED = "unchanged", _("Unchanged")


@dataclass(frozen=True)
class Entry:
    """One text, or a whole file where `unit` is "". `sentences` say why and what to do.

    `text` is what the file says; `present` is what stands here, shown where both matter. `page_id` is the page in
    the language of the file, None while there is none; `segment` is the text on it.
    """

    outcome: str
    file: str
    line: int
    unit: str = ""
    page: str = ""
    page_id: int | None = None
    segment: int | None = None
    place: str = ""
    source: str = ""
    text: str = ""
    present: str = ""
    sentences: list[str] = field(default_factory=list)


@dataclass
class Report:
    """All of them, in the order of the files. `pages` are those that were changed, as drafts, by primary key."""

    entries: list[Entry] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def counts(self) -> dict[Outcome, int]:
        """Return how often each outcome came about."""
        found = Counter(entry.outcome for entry in self.entries)
        return {outcome: found[outcome] for outcome in Outcome}

    def add(self, other: "Report") -> None:
        """Append what another report says."""
        self.entries += other.entries
        self.pages += other.pages

    @property
    def is_clean(self) -> bool:
        """Return whether nothing was refused and nothing is in conflict."""
        return not self.counts[Outcome.REFUSED] and not self.counts[Outcome.CONFLICT]

    def as_json(self) -> dict[str, Any]:
        """Return the report for a JSON field."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Report":
        """Return the report that a JSON field holds."""
        return cls([Entry(**entry) for entry in data.get("entries", ())], list(data.get("pages", ())))
