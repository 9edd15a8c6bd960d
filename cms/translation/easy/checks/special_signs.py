"""Brackets and signs that many readers do not know.

BITV 2.0, annex 2, part 2, number 6: special characters and insertions in brackets are to be avoided.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import INCLUSION_EUROPE, bitv
from cms.translation.easy.checks.words import without_addresses
from cms.translation.easy.passages import Passage

_BRACKETS = re.compile(r"[(\[][^)\]]+[)\]]")
_SIGNS = re.compile(r"[%§&#*…;]|\w/\w")


def special_signs(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each sentence with a bracket or with such a sign."""
    source = bitv(6) if passage.language.startswith("de") else INCLUSION_EUROPE
    for sentence in map(without_addresses, passage.sentences):
        if found := _BRACKETS.search(sentence):
            yield at(passage, found[0], _("Write no brackets. Make a sentence of its own of it."), source)
        elif found := _SIGNS.search(sentence):
            advice = _("Write a word in place of the sign “%(sign)s”.") % {"sign": found[0].strip()}
            yield at(passage, sentence, advice, source)
