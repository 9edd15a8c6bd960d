"""Long sentences.

BITV 2.0, annex 2, part 2, number 5 demands short sentences with a clear structure and names no figure; DIN SPEC 33429
and the guides of the field recommend few words. Twelve is the most that guides for Easy German name as usual, and
fifteen what guides for other languages do, so the advice begins above them.
"""

from collections.abc import Iterator

from django.utils.translation import ngettext

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import INCLUSION_EUROPE, bitv
from cms.translation.easy.checks.words import words_of
from cms.translation.easy.passages import Passage

MOST_WORDS = {"de": 12}
MOST_WORDS_ELSEWHERE = 15


def sentence_length(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each sentence with more words than the language bears."""
    language = passage.language.split("-")[0]
    most = MOST_WORDS.get(language, MOST_WORDS_ELSEWHERE)
    source = bitv(5) if language in MOST_WORDS else INCLUSION_EUROPE
    for sentence in passage.sentences:
        number = len(words_of(sentence))
        if number > most:
            advice = ngettext(
                "This sentence has %(count)d word. Make two sentences of it.",
                "This sentence has %(count)d words. Make two sentences of it.",
                number,
            )
            yield at(passage, sentence, advice % {"count": number}, source)
