"""Numbering systems: the digits in which a reader is shown numbers, by their CLDR codes."""

from contextvars import ContextVar

from cms.core.formats.languages import babel_locale, script

LATIN = "latn"
_ZEROS = {
    # The script each system belongs to, and its zero; the nine others follow (Unicode, category Nd)
    "adlm": ("Adlm", 0x1E950),
    "arab": ("Arab", 0x0660),
    "arabext": ("Arab", 0x06F0),
    "beng": ("Beng", 0x09E6),
    "cakm": ("Cakm", 0x11136),
    "deva": ("Deva", 0x0966),
    "mtei": ("Mtei", 0xABF0),
    "mymr": ("Mymr", 0x1040),
    "nkoo": ("Nkoo", 0x07C0),
    "olck": ("Olck", 0x1C50),
    "tibt": ("Tibt", 0x0F20),
}
_active: ContextVar[str] = ContextVar("digits", default=LATIN)


def use_digits(digits: str) -> None:
    """Make `digits` those that templates use in this thread or task, beside its active language."""
    _active.set(digits)


def active_digits() -> str:
    """Return the numbering system for templates: the one set last, else Latin."""
    return _active.get()


def numbering_system(language: str, digits: str) -> str:
    """Return `digits` where they go with the script of `language`, else Latin.

    So a French text inside an Arabic page keeps the digits of French.
    """
    of_script, _zero = _ZEROS.get(digits, ("", 0))
    is_known = digits in babel_locale(language).number_symbols
    return digits if is_known and of_script == script(language) else LATIN


def write_digits(text: str, language: str, digits: str) -> str:
    """Return `text` with its ASCII digits in the numbering system `digits`."""
    system = numbering_system(language, digits)
    if system == LATIN:
        return text
    _script, zero = _ZEROS[system]
    return text.translate({ord("0") + place: zero + place for place in range(10)})
