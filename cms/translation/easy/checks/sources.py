"""Whose rules the checks follow, by the names that stand beside the advice.

BITV: the German ordinance on accessible information technology (BITV 2.0 of 12 September 2011), annex 2, part 2, which
public bodies have to follow. DIN: DIN SPEC 33429:2025-03, “Empfehlungen für Deutsche Leichte Sprache”. NETZWERK: the
rules of the association Netzwerk Leichte Sprache. INCLUSION_EUROPE: “Information for all”, European standards for
making information easy to read and understand, for languages that have no rules here.
"""

DIN = "DIN SPEC 33429"
NETZWERK = "Netzwerk Leichte Sprache"
INCLUSION_EUROPE = "Inclusion Europe, Information for all"


def bitv(number: int) -> str:
    """Return the name of a number of annex 2, part 2."""
    return f"BITV 2.0, Anlage 2 Teil 2 Nr. {number}"
