"""Long words without a separator.

BITV 2.0, annex 2, part 2, number 4: compound nouns are to be divided by a hyphen. DIN SPEC 33429 knows hyphen and
Mediopunkt. The length is ours: shorter compounds are mostly everyday words.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import bitv
from cms.translation.easy.checks.words import words_of
from cms.translation.easy.passages import Passage

MOST_LETTERS = 15
SEPARATORS = "-‑·"


def long_words(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each long word, or long part of a divided word; verbs and adverbs may be one longer."""
    seen = set()
    for sentence in passage.sentences:
        for word in words_of(sentence):
            if word not in seen and _longest_part(word) > MOST_LETTERS + word[0].islower():
                seen.add(word)
                advice = _("Divide this long word with a hyphen or a Mediopunkt (·), or take a shorter one.")
                yield at(passage, word, advice, bitv(4))


def _longest_part(word: str) -> int:
    for separator in SEPARATORS:
        word = word.replace(separator, " ")
    return max(map(len, word.split()), default=0)
