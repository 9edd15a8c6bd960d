"""The genitive.

BITV 2.0, annex 2, part 2, number 1: genitive constructions are to be avoided; “von dem” does it. Looked for are forms
that are hardly anything else: “des”, “dieses” and its like before a noun in -s, and “die … der …” of two nouns.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import bitv
from cms.translation.easy.passages import Passage

_NOUN = r"[A-ZÄÖÜ][\w·‑-]+"
_DES = re.compile(rf"\b[Dd]es (?:[a-zäöüß]+e[nr] )*{_NOUN}")
_LIKE_DES = re.compile(
    rf"\b(?:[Dd]iese|[Jj]ene|[Jj]ede|[Ee]ine|[Kk]eine|[Mm]eine|[Dd]eine|[Ss]eine|[Ii]hre|[Uu]nsere|[Ee]ure)s "
    rf"(?:[a-zäöüß]+en )*(?P<noun>{_NOUN}s)\b"
)
_OF_TWO = re.compile(
    rf"\b(?:[Dd](?:ie|er|as|en|em)|[Ee]in(?:e[rnm]?)?|[Aa]lle|[Vv]iele|[IiAa]m|[Zz]u[mr]|[Bb]eim|[Vv]om) "
    rf"(?:[a-zäöüß]+e[nrms]? )*{_NOUN} der (?:[a-zäöüß]+e[nr] )*{_NOUN}"
)
_ENDS_IN_S = re.compile(r"(?:nis|haus|glas|gas|gras|eis|mus|tus|bus|kurs|kreis|wachs|ss)\Z", re.IGNORECASE)


def genitive(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each genitive."""
    for sentence in passage.sentences:
        for excerpt in _found(sentence):
            yield at(passage, excerpt, _("Write “von” in place of the genitive: “von dem”, “von der”."), bitv(1))


def _found(sentence: str) -> Iterator[str]:
    yield from (match[0] for match in _DES.finditer(sentence))
    yield from (match[0] for match in _LIKE_DES.finditer(sentence) if not _ENDS_IN_S.search(match["noun"]))
    yield from (match[0] for match in _OF_TWO.finditer(sentence))
