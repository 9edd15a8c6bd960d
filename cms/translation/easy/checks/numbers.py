"""Numbers in words or Roman figures.

The rules of the Netzwerk Leichte Sprache: write numbers in figures, and no Roman ones. “Ein” stays a word: it is an
article too.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import NETZWERK
from cms.translation.easy.passages import Passage

SEPARATORS = ("-", "‑", "·")
_IN_WORDS = re.compile(
    r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|"
    r"(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?"
    r"(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|(?:ein|zwei|drei|vier|fünf)?(?:hundert|tausend))\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\b(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})\b")


def numbers(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each number that is not written in figures."""
    for sentence in passage.sentences:
        for match in _IN_WORDS.finditer(sentence):
            if _is_number(match, sentence):
                yield at(passage, match[0], _("Write the number in figures."), NETZWERK)
        for match in _ROMAN.finditer(sentence):
            yield at(passage, match[0], _("Write the number in figures that everybody knows, such as 2."), NETZWERK)


def _is_number(match: re.Match[str], sentence: str) -> bool:
    """Return whether the word is a number: no part of a divided word, and no noun as in “Acht geben”."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    is_part = before.endswith(SEPARATORS) or after.startswith(SEPARATORS)
    return not is_part and (match[0].islower() or not before.strip(' „“"»«'))
