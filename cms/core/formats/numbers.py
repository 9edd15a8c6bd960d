"""Numbers and file sizes as readers write them.

`language` is a BCP 47 tag, `digits` a CLDR numbering system ("latn", "arab").
"""

from babel.localedata import LocaleDataDict, load
from babel.numbers import format_decimal

from cms.core.formats.digits import LATIN, numbering_system, write_digits
from cms.core.formats.exceptions import FILE_SIZE_UNITS, GROUPED_FROM_FIVE_DIGITS
from cms.core.formats.languages import babel_locale, lookup

_UNITS = ("kilobyte", "megabyte", "gigabyte", "terabyte")  # decimal, IEC 80000-13


def format_number(value: int, language: str, digits: str = LATIN) -> str:
    """Return an integer with its thousands grouped: "1.234", "1,234", "1 234"."""
    text = format_decimal(
        value,
        locale=babel_locale(language),
        group_separator=_is_grouped(value, language),
        numbering_system=numbering_system(language, digits),
    )
    return write_digits(text, language, digits)


def format_file_size(size: int, language: str, digits: str = LATIN) -> str:
    """Return `size` bytes in kB, MB, GB or TB: "840 kB", "1,2 MB". Nothing is below 1 kB but 0."""
    value, unit = _in_unit(size)
    number = format_decimal(
        value,
        locale=babel_locale(language),
        numbering_system=numbering_system(language, digits),
    )
    text = _unit_pattern(unit, language).format(number)
    return write_digits(text, language, digits)


def _unit_pattern(unit: str, language: str) -> str:
    """Return "{0} kB" and the like.

    Babel's `format_unit` says "1 kbyte" in German: it has no singular of the short form, and does
    not take the general form in its place, as CLDR wants.
    """
    named = lookup(FILE_SIZE_UNITS, language) or {}
    data = LocaleDataDict(load(str(babel_locale(language))))
    return named.get(unit) or data["unit_patterns"][f"digital-{unit}"]["short"]["other"]


def _is_grouped(value: int, language: str) -> bool:
    return abs(value) >= 10_000 or not lookup(GROUPED_FROM_FIVE_DIGITS, language)


def _in_unit(size: int) -> tuple[int | float, str]:
    """Return a figure below 1000, whole or with one decimal below 10, and the unit it counts."""
    value: int | float = max(round(size / 1000), min(size, 1))
    place = 0
    while value >= 1000 and place < len(_UNITS) - 1:
        place += 1
        scaled = size / 1000 ** (place + 1)
        value = round(scaled, 1) if scaled < 9.95 else round(scaled)
    return value, _UNITS[place]
