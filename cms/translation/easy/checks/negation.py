"""Negations.

BITV 2.0, annex 2, part 2, number 1: negations are to be avoided. Where one is needed, guides for Easy German print it
in bold so that nobody overlooks it; what is bold is left alone.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import bitv
from cms.translation.easy.passages import Passage, plain

_BOLD = re.compile(r"<(b|strong)>.*?</\1>")
_NEGATIVE = re.compile(r"\b(?:nichts?|nie|niemals|niemand(?:en|em)?|kein(?:e[rnms]?)?|weder)\b", re.IGNORECASE)


def negation(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each line with a negation that is not bold."""
    for line in passage.lines:
        if found := _NEGATIVE.search(plain(_BOLD.sub(" ", line.markup))):
            advice = _("Say what is, in place of what is not. Or set “%(word)s” in bold.")
            if not passage.is_rich:
                advice = _("Say what is, in place of what is not (“%(word)s”).")
            yield at(passage, line.text, advice % {"word": found[0]}, bitv(1))
