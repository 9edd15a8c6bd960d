"""Terms as files hold them."""

from dataclasses import dataclass
from datetime import datetime

from cms.translation.models import Term


@dataclass(frozen=True)
class TermEntry:
    """One term of one language pair, read from a file. Dates are None where the file has none."""

    line: int
    term: str
    preferred: str
    forbidden: tuple[str, ...] = ()
    kind: str = Term.Kind.OTHER
    note: str = ""
    created_at: datetime | None = None
    changed_at: datetime | None = None


def kind_named(name: str) -> str:
    """Return the kind with this name, “other” for every name that is none of ours."""
    name = name.strip().lower()
    return name if name in Term.Kind.values else Term.Kind.OTHER


def forbidden_of(term: Term) -> list[str]:
    """Return the forbidden translations of a term."""
    return [line.strip() for line in term.forbidden.splitlines() if line.strip()]
