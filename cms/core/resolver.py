"""What a reader gets to read for a page: its words in the best language there is, its facts, and its address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from cms.core.cachetags import note, page_tag
from cms.core.languages import Language
from cms.core.models.edition import Edition
from cms.core.reader import Reader, current_reader


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

    @property
    def url(self) -> str:
        """Return the path of the page in the reader's language where it has one there, else in that of its words."""
        return self.address.url

    @property
    def title(self) -> str:
        """Return the title as shown."""
        return self.words.title

    @property
    def intro(self) -> str:
        """Return the introduction as shown in lists, "" where there is none that may be shown."""
        return "" if self.is_urgent else getattr(self.words, "intro", "")

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


def readings(sources: Iterable[Any], reader: Reader | None = None) -> list[Reading]:
    """Return what the reader gets for each source page, in the given order, leaving out what has no readable row.

    At most one query beyond that of `sources`, whatever their number.
    """
    reader = reader or current_reader()
    sources = list(sources)
    if not sources:
        return []
    foreign = [source for source in sources if source.locale_id != reader.language.locale_id]
    rows = _rows(type(sources[0]), [source.translation_key for source in foreign], reader) if foreign else {}
    note(reader, *(page_tag(source.translation_key) for source in sources))
    found = (_reading(source, rows, reader) for source in sources)
    return [reading for reading in found if reading]


def reading_of(page: Any, reader: Reader | None = None) -> Reading | None:
    """Return what the reader gets at the address of the specific page `page`, or None where nothing is readable.

    One query for all rows of the page, whatever the number of languages.
    """
    reader = reader or current_reader()
    note(reader, page_tag(page.translation_key))
    rows = with_age(type(page).objects.editions().filter(translation_key=page.translation_key))
    facts = next((row for row in rows if row.edition.kind == Edition.Kind.SOURCE), None)
    own = next((row for row in rows if row.pk == page.pk), None)
    if own:
        return Reading(own, facts or own, own, reader.languages.of(own.locale_id), is_fallback=False)
    readable = [row for row in rows if row.locale_id in reader.rank]
    if not facts or not readable:
        return None
    words = min(readable, key=lambda row: reader.rank[row.locale_id])
    return Reading(words, facts, page, reader.languages.of(words.locale_id), is_fallback=True)


def with_age(rows: Any) -> Any:
    """Let rows carry their edition with its age, and their locale, in the same query."""
    return rows.select_related("edition__basis", "locale").defer("edition__basis__texts")


def _age(reading: Reading) -> Any | None:
    """Return the record of how old the words are; None for the source itself, and for what was never published."""
    if reading.words.pk == reading.facts.pk:
        return None
    return getattr(getattr(reading.words, "edition", None), "basis", None)


def _rows(model: type, keys: Sequence[Any], reader: Reader) -> dict[Any, list[Any]]:
    """Return the live rows of the reader's chain by translation key; those with an edition carry words."""
    rows = with_age(model.objects.live().filter(Q(translation_key__in=keys), Q(locale_id__in=list(reader.rank))))
    by_key: dict[Any, list[Any]] = {}
    for row in rows:
        by_key.setdefault(row.translation_key, []).append(row)
    return by_key


def _reading(source: Any, rows: dict[Any, list[Any]], reader: Reader) -> Reading | None:
    if source.locale_id == reader.language.locale_id:
        return Reading(source, source, source, reader.language, is_fallback=False)
    return choose(source, rows.get(source.translation_key, []), reader)


def choose(source: Any, rows: list[Any], reader: Reader) -> Reading | None:
    """Return the reading of `source` made from its live rows in the languages of the reader's chain."""
    with_words = [row for row in rows if hasattr(row, "edition")]
    if not with_words:
        return None
    words = min(with_words, key=lambda row: reader.rank[row.locale_id])
    at_home = [row for row in rows if row.locale_id == reader.language.locale_id]
    language = reader.languages.of(words.locale_id)
    return Reading(words, source, (at_home or [words])[0], language, is_fallback=language != reader.language)
