"""Abbreviations.

BITV 2.0, annex 2, part 2, number 1: abbreviations are to be avoided. The rules of the Netzwerk Leichte Sprache except
some that everybody knows.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from cms.translation.easy.checks.finding import Finding, at
from cms.translation.easy.checks.sources import bitv
from cms.translation.easy.checks.words import without_addresses
from cms.translation.easy.passages import Passage

KNOWN = {"WC", "LKW", "PKW", "ICE", "CD", "DVD", "TV", "USB", "SMS", "OK"}
_SHORT = re.compile(
    r"\b(?:z\. ?B|d\. ?h|u\. ?a|i\. ?d\. ?R|o\. ?ä|u\. ?Ä|z\. ?T|s\. ?o|v\. ?a|z\. ?Z|bzw|usw|etc|ca|evtl|ggf|inkl|"
    r"exkl|vgl|bspw|Nr|Str|Tel|Abs|Mio|Mrd|Std|Min|Jh|sog|max|min|Abt|Bd|Hrsg)\.(?!\w)"
)
_CAPITALS = re.compile(r"\b[A-ZÄÖÜ]{2,5}\b")


def abbreviations(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each abbreviation, once a passage."""
    text = without_addresses(passage.text)
    found = [match[0] for match in _SHORT.finditer(text)]
    found += [match[0] for match in _CAPITALS.finditer(text) if _is_unknown(match[0])]
    for short in dict.fromkeys(found):
        yield at(passage, short, _("Write the words in full, or explain the abbreviation."), bitv(1))


def _is_unknown(short: str) -> bool:
    return short not in KNOWN and not re.fullmatch(r"[IVXLC]+", short)
