"""What became of a file that somebody handed in to fill the memory or the list of terms."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_LINES = 200
"""So many refused lines are listed; the rest is counted."""


@dataclass(frozen=True)
class RefusedLine:
    """A line of which nothing was taken, and why. `line` is 0 where the file as a whole is meant."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return (
            _("Line %(line)d: %(reason)s") % {"line": self.line, "reason": self.sentence}
            if self.line
            else self.sentence
        )


@dataclass
class ImportReport:
    """How many entries are new, were changed, or were known already; what was refused; what is of other languages."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    foreign: int = 0
    refused: list[RefusedLine] = field(default_factory=list)

    def refuse(self, line: int, sentence: str) -> None:
        """Note that nothing was taken from a line."""
        self.refused.append(RefusedLine(line, sentence))

    @property
    def shown(self) -> list[RefusedLine]:
        """Return the refused lines that are listed."""
        return self.refused[:MOST_LINES]

    @property
    def more(self) -> int:
        """Return how many refused lines are not listed."""
        return max(0, len(self.refused) - MOST_LINES)

    @property
    def summary(self) -> list[str]:
        """Return what happened, in sentences."""
        counted = [
            (ngettext("%(count)d entry is new.", "%(count)d entries are new.", self.added), self.added),
            (ngettext("%(count)d entry was changed.", "%(count)d entries were changed.", self.changed), self.changed),
            (ngettext("%(count)d entry was known.", "%(count)d entries were known.", self.unchanged), self.unchanged),
            (
                ngettext(
                    "%(count)d entry is in languages that you may not change or that this site has not.",
                    "%(count)d entries are in languages that you may not change or that this site has not.",
                    self.foreign,
                ),
                self.foreign,
            ),
            (
                ngettext("%(count)d entry was refused.", "%(count)d entries were refused.", len(self.refused)),
                len(self.refused),
            ),
        ]
        return [sentence % {"count": number} for sentence, number in counted if number] or [
            _("There was nothing in the file.")
        ]
