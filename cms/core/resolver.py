"""What a reader gets to read for a page: its words in the best language there is, its facts, and its address."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from cms.core.languages import Language
from cms.core.models.edition import Edition
from cms.core.page_paths import page_path
from cms.core.reader import Reader


@dataclass(frozen=True)
class Reading:
    """One page for one reader.

    `words` is the row whose text is shown, `facts` the source row, `address` the row whose URL the reader follows.
    """

    words: Any
    facts: Any
    address: Any
    language: Language
    is_fallback: bool
    address_language: Language

    @property
    def url(self) -> str:
        """Return the path of the page in the reader's language where it has one there, else in that of its words."""
        return page_path(self.address, self.address_language.code)

    @property
    def words_url(self) -> str:
        """Return the path at which these words are at home."""
        return page_path(self.words, self.language.code)

    @property
    def title(self) -> str:
        """Return the title as shown."""
        return self.words.title

    @property
    def intro(self) -> str:
        """Return the introduction as shown in lists, "" where there is none that may be shown."""
        return "" if self.is_urgent else getattr(self.words, "intro", "")

    @property
    def location(self) -> str:
        """Return the place as shown in lists, "" where there is none that may be shown."""
        return "" if self.is_urgent else getattr(self.words, "location", "")

    @property
    def words_changed(self) -> int:
        """Return in how many words the source has changed since these words were made from it."""
        age = _age(self)
        return age.words_changed if age else 0

    @property
    def is_outdated(self) -> bool:
        """Return whether the source has changed since these words were made from it."""
        return self.words_changed > 0

    @property
    def is_urgent(self) -> bool:
        """Return whether it changed so much that readers are not to be shown these words."""
        age = _age(self)
        return age is not None and age.urgent_since is not None


def choose(source: Any, rows: Iterable[Any], reader: Reader) -> Reading | None:
    """Return the reading of `source` made from its live rows, None where nothing is readable in the reader's chain.

    Rows carry `edition` where they count in their language; only those have words. The source itself counts.
    """
    near = [row for row in rows if row.locale_id in reader.rank]
    with_words = [row for row in near if hasattr(row, "edition")]
    if not with_words:
        return None
    words = min(with_words, key=lambda row: reader.rank[row.locale_id])
    address = next((row for row in near if row.locale_id == reader.language.locale_id), words)
    language = reader.languages.of(words.locale_id)
    return Reading(
        words=words,
        facts=source,
        address=address,
        language=language,
        is_fallback=language != reader.language,
        address_language=reader.languages.of(address.locale_id),
    )


def reading_among(versions: Iterable[Any], reader: Reader) -> Reading | None:
    """Return what the reader gets of a page, given its live rows in all languages.

    Where the source is off the air, what is in the reader's language, or the best one of the chain, speaks for itself.
    """
    versions = list(versions)
    source = next((version for version in versions if is_source(version)), None)
    reading = choose(source, versions, reader)
    return reading if source or not reading else replace(reading, facts=reading.words)


def own_reading(page: Any, reader: Reader) -> Reading:
    """Return the reading of a page whose words are shown in their own language, such as a draft in a preview."""
    language = reader.languages.of(page.locale_id)
    return Reading(page, page, page, language, is_fallback=False, address_language=language)


def with_age(rows: Any) -> Any:
    """Let rows carry their edition with its age, and their locale, in the same query."""
    return rows.select_related("edition__basis", "locale").defer("edition__basis__texts")


def is_source(row: Any) -> bool:
    """Return whether a row is the source of its page: it holds the facts."""
    return hasattr(row, "edition") and row.edition.kind == Edition.Kind.SOURCE


def _age(reading: Reading) -> Any | None:
    """Return the record of how old the words are; None for the source itself, and for what was never published."""
    if reading.words.pk == reading.facts.pk:
        return None
    return getattr(getattr(reading.words, "edition", None), "basis", None)
