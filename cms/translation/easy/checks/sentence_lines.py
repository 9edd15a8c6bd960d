"""More than one sentence on a line.

BITV 2.0, annex 2, part 2, number 10: each sentence begins on a new line. Pages show it so by themselves; in documents
and feeds the text goes as it was written.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import INCLUSION_EUROPE, bitv
from cms.translation.easy.passages import Passage, sentences_of


def sentence_lines(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each line of rich text with several sentences."""
    source = bitv(10) if passage.language.startswith("de") else INCLUSION_EUROPE
    for line in passage.lines if passage.is_rich else ():
        found = sentences_of(line, passage.language)
        if len(found) > 1:
            yield at(passage, line.text, _("Begin a new line for each sentence: press Shift and Enter."), source)
