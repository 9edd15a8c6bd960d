"""Rules for easy language, a module each. What they find is advice beside the editor."""

from cms.translation.easy.checks.abbreviations import abbreviations
from cms.translation.easy.checks.finding import Check, Finding
from cms.translation.easy.checks.genitive import genitive
from cms.translation.easy.checks.long_words import long_words
from cms.translation.easy.checks.negation import negation
from cms.translation.easy.checks.numbers import numbers
from cms.translation.easy.checks.one_statement import one_statement
from cms.translation.easy.checks.passive import passive
from cms.translation.easy.checks.sentence_length import sentence_length
from cms.translation.easy.checks.sentence_lines import sentence_lines
from cms.translation.easy.checks.special_signs import special_signs
from cms.translation.easy.checks.subjunctive import subjunctive

FOR_ALL: tuple[Check, ...] = (sentence_length, sentence_lines, special_signs)
"""Rules that need no grammar."""

BY_LANGUAGE: dict[str, tuple[Check, ...]] = {
    "de": (
        one_statement,
        passive,
        genitive,
        subjunctive,
        negation,
        long_words,
        abbreviations,
        numbers,
    ),
}

__all__ = ["BY_LANGUAGE", "FOR_ALL", "Check", "Finding", "checks_for"]


def checks_for(language: str) -> tuple[Check, ...]:
    """Return the checks for a language tag such as `de-simple`."""
    return FOR_ALL + BY_LANGUAGE.get(language.split("-")[0], ())
