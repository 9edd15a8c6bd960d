"""The passive.

BITV 2.0, annex 2, part 2, number 1: passive constructions are to be avoided; say who does what. Looked for is a form
of “werden” with a participle in the same part of the sentence. The future (“wird besuchen”) and becoming (“wird alt”)
are no passive.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import bitv
from cms.translation.easy.checks.words import clauses_of
from cms.translation.easy.passages import Passage

_WERDEN = {"werde", "wirst", "wird", "werden", "werdet", "wurde", "wurdest", "wurden", "wurdet"}
_PREFIX = r"(?:ab|an|auf|aus|bei|ein|fest|frei|her|hin|los|mit|nach|statt|teil|vor|weg|weiter|zu|zurück|zusammen)?"
_WEAK = rf"{_PREFIX}ge\w{{2,}}t|\w{{3,}}iert|(?:be|ver|er|ent|zer|miss|über|unter|wider)\w{{3,}}t"
_STRONG = (
    "geschrieben|gelesen|gesprochen|gegeben|genommen|gesehen|gefunden|gehalten|gerufen|getragen|gewonnen|"
    "geschlossen|geboren|geladen|geboten|getroffen|gehoben|gewiesen|geliehen|gestrichen|geschnitten|gezogen|gesungen|"
    "getrunken|gegessen|gewaschen|gefangen|gefahren|gelassen|gestohlen|geholfen|geworfen|geworben|gebeten|getan|"
    "gestoßen|gebrochen|gehangen|gegossen|gesandt|gewogen|gemessen|geschoben"
)
_STRONG_UNSTRESSED = (
    "(?:be|ver|er|ent|zer|über|unter|wider)(?:schrieben|sprochen|nommen|sehen|funden|tragen|wonnen|schlossen|loren|"
    "boten|troffen|hoben|wiesen|liehen|strichen|zogen|fahren|lassen|worfen|worben|stoßen|brochen|schieden|schoben|"
    "gossen|messen|wogen|standen)"
)
_PARTICIPLE = re.compile(rf"(?:{_WEAK}|{_PREFIX}(?:{_STRONG})|{_PREFIX}(?:{_STRONG_UNSTRESSED}))\Z")
_NONE = {
    "verwandt", "gesamt", "beliebt", "verrückt", "berühmt", "bestimmt", "geeignet", "verliebt", "überhaupt",
    "verkehrt", "interessiert", "genannt", "bewusst", "bekannt", "gesund", "bereit", "übersehen", "überfahren",
    "erfahren", "verlassen", "überlassen", "entlassen", "vertragen", "unterlassen",
}  # fmt: skip
"""Adjectives and infinitives that look like participles; “genannt” may be a name's."""


def passive(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each sentence in the passive."""
    for sentence in passage.sentences:
        if any(_is_passive(words) for words in clauses_of(sentence)):
            yield at(passage, sentence, _("Say who does it: write an active sentence."), bitv(1))


def _is_passive(words: list[str]) -> bool:
    if "worden" in words:
        return True
    forms = [word for word in words if word.lower() in _WERDEN]
    return bool(forms) and any(_is_participle(word) for word in words)


def _is_participle(word: str) -> bool:
    return word.islower() and word not in _NONE and bool(_PARTICIPLE.match(word))
