"""The subjunctive.

BITV 2.0, annex 2, part 2, number 1: subjunctive constructions are to be avoided. Only forms that are nothing else
are looked for; “möchte” is everyday speech.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import bitv
from cms.translation.easy.passages import Passage

_ENDING = r"(?:n|st|t|est|et)?"
_FORMS = re.compile(
    rf"\b(?:(?:würde|hätte|wäre|könnte|müsste|dürfte|bräuchte|wüsste|gäbe|käme|ginge|ließe|fände|nähme|läge|stünde|"
    rf"bliebe|spräche|täte){_ENDING}|seien)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:er|sie|es|man|das|dies) sei\b")


def subjunctive(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each sentence with a form of it."""
    for sentence in passage.sentences:
        if found := _FORMS.search(sentence) or _REPORTED.search(sentence):
            advice = _("Say what is, without “%(word)s”. For what is not certain write “vielleicht”.")
            yield at(passage, sentence, advice % {"word": found[0]}, bitv(1))
