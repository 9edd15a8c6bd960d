"""The list of terms: how certain words are translated, and how they are not."""

from cms.translation.terms.matching import TermHit, TermList, terms_in
from cms.translation.terms.warnings import TermWarning, warnings_for

__all__ = ["TermHit", "TermList", "TermWarning", "terms_in", "warnings_for"]
