"""How a page stands in every language readers are offered."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wagtail.models import Page

from cms.core.languages import Language
from cms.core.page_paths import page_path
from cms.core.reader import Reader
from cms.core.resolver import Reading, choose, is_source
from cms.core.rows import is_edition


class State(StrEnum):
    """How the words at an address relate to the newest ones."""

    CURRENT = "current"
    OUTDATED = "outdated"
    WITHHELD = "withheld"
    FALLBACK = "fallback"


@dataclass(frozen=True)
class Version:
    """A page at its address in one language; `shown` is the language of the words readers find there."""

    language: Language
    path: str
    state: State
    words_changed: int
    shown: Language


def state_of(reading: Reading) -> State:
    """Return how the words of a reading stand. Words that are not to be shown until updated are withheld."""
    if reading.is_urgent:
        return State.WITHHELD
    if reading.is_fallback:
        return State.FALLBACK
    return State.OUTDATED if reading.is_outdated else State.CURRENT


def versions(rows: Iterable[Page], reader: Reader) -> list[Version]:
    """Return the page in each public language that has an address for it, in the editors' order of languages.

    `rows` are its live rows in all languages. A language without words of its own shows its fallback's.
    """
    rows = list(rows)
    found = (_version(rows, Reader(reader.languages, language)) for language in reader.languages.public)
    return [version for version in found if version]


def _version(rows: list[Page], reader: Reader) -> Version | None:
    near = [row for row in rows if row.locale_id in reader.rank]
    at_home = next((row for row in near if row.locale_id == reader.language.locale_id), None)
    source = next((row for row in rows if is_source(row)), None)
    if at_home is None or (source is None and not is_edition(at_home)):
        return None
    reading = choose(source or at_home, near, reader)
    if reading is None:
        return None
    path = page_path(at_home, reader.language.code)
    return Version(reader.language, path, state_of(reading), reading.words_changed, reading.language)
