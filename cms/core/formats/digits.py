"""Numbering systems: the digits in which a reader is shown numbers, by their CLDR codes."""

from contextvars import ContextVar

from cms.core.formats.languages import babel_locale

LATIN = "latn"
_ZEROS = {
    # Unicode decimal digits zero; the systems that are the default of some CLDR locale
    "adlm": 0x1E950,
    "arab": 0x0660,
    "arabext": 0x06F0,
    "beng": 0x09E6,
    "cakm": 0x11136,
    "deva": 0x0966,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x07C0,
    "olck": 0x1C50,
    "tibt": 0x0F20,
}
_active: ContextVar[str] = ContextVar("digits", default=LATIN)


def use_digits(digits: str) -> None:
    """Make `digits` those that templates use in this thread or task, beside its active language."""
    _active.set(digits)


def active_digits() -> str:
    """Return the numbering system for templates: the one set last, else Latin."""
    return _active.get()


def numbering_system(language: str, digits: str) -> str:
    """Return `digits` where `language` is written with them too, else Latin.

    So a French text inside an Arabic page keeps the digits of French.
    """
    written = digits in _ZEROS and digits in babel_locale(language).number_symbols
    return digits if written else LATIN


def write_digits(text: str, language: str, digits: str) -> str:
    """Return `text` with its ASCII digits in the numbering system `digits`."""
    zero = _ZEROS.get(numbering_system(language, digits))
    return text if zero is None else text.translate({48 + n: zero + n for n in range(10)})
