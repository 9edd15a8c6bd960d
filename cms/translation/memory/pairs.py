"""What a translated text teaches: itself, and its sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from wagtail.models import Locale

from cms.core.computed import PLACEHOLDER
from cms.core.models import LocaleProfile
from cms.translation.models import MemoryEntry
from cms.translation.models.memory import text_hash
from cms.translation.texts.alignment import sentence_pairs

_TAG_OR_ENTITY = re.compile(r"<[^<>]*>|&[a-z]+;")
LONGEST_TEXT = 20_000
"""Characters. A longer text is remembered as a whole only."""


@dataclass(frozen=True)
class Pair:
    """Two languages, source and target."""

    source: Locale
    target: Locale

    @property
    def is_remembered(self) -> bool:
        """Return whether texts of this pair belong into the memory: never those of a written language (rule 8)."""
        written = LocaleProfile.objects.filter(mode=LocaleProfile.Mode.WRITTEN)
        return not written.filter(locale_id__in=[self.source.pk, self.target.pk]).exists()

    def texts(self, source: str, target: str) -> Iterator[tuple[str, str]]:
        """Yield a text and, where they can be told apart with certainty, its sentences, each with its translation."""
        if not has_words(source) or not target:
            return
        yield source, target
        if max(len(source), len(target)) <= LONGEST_TEXT:
            for one, other in sentence_pairs(source, target, self.source.language_code, self.target.language_code):
                if has_words(one):
                    yield one, other


def has_words(text: str) -> bool:
    """Return whether there is a letter in a text beside its tags and computed values."""
    return any(letter.isalpha() for letter in _TAG_OR_ENTITY.sub("", PLACEHOLDER.sub("", text)))


def entry_of(pair: Pair, source: str, target: str, moment: datetime, used_in: UUID | None, **more: Any) -> MemoryEntry:
    """Return an unsaved entry."""
    return MemoryEntry(
        source_locale=pair.source,
        target_locale=pair.target,
        source_hash=text_hash(source),
        source_text=source,
        target_hash=text_hash(target),
        target_text=target,
        used_in=used_in,
        **{"created_at": moment, "changed_at": moment, **more},
    )
