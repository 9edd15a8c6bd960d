"""More than one statement in a sentence.

BITV 2.0, annex 2, part 2, number 5: short sentences with a clear structure; Netzwerk Leichte Sprache: one statement a
sentence. A comma before a word that begins a clause, a second subject after “und”, a dash or a semicolon tell it.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import NETZWERK
from cms.translation.easy.passages import Passage

_CLAUSE = re.compile(
    r", (?:dass|weil|da|damit|sodass|obwohl|während|nachdem|bevor|wenn|falls|ob|indem|seit|bis|sobald|solange|denn|"
    r"aber|sondern|doch|jedoch|um|ohne|der|die|das|den|dem|deren|dessen|denen|welche[rnms]?|was|wo|wer|wie|worin|womit|wofür)\b"
)
_SECOND_SUBJECT = re.compile(r"\b(?:und|oder|aber) (?:ich|du|er|sie|es|wir|ihr|man|Sie) \w+")
_DASH = re.compile(r"\w ?;|\w [–—] \w")


def one_statement(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each sentence that seems to say two things."""
    for sentence in passage.sentences:
        if _CLAUSE.search(sentence) or _SECOND_SUBJECT.search(sentence) or _DASH.search(sentence):
            yield at(passage, sentence, _("Say one thing in a sentence: make two sentences of it."), NETZWERK)
