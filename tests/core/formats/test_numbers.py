"""Integers, file sizes and the digits they are written in."""

import pytest

from cms.core.formats.digits import active_digits, numbering_system, use_digits, write_digits
from cms.core.formats.numbers import format_file_size, format_number


@pytest.mark.parametrize(
    ("language", "four", "five", "seven"),
    [
        ("de", "1.234", "12.345", "1.234.567"),
        ("de-simple", "1.234", "12.345", "1.234.567"),
        ("en", "1,234", "12,345", "1,234,567"),
        ("fr", "1\u202f234", "12\u202f345", "1\u202f234\u202f567"),
        ("ar", "1,234", "12,345", "1,234,567"),
        ("sv", "1\u00a0234", "12\u00a0345", "1\u00a0234\u00a0567"),
        ("es", "1234", "12.345", "1.234.567"),
        ("tr", "1.234", "12.345", "1.234.567"),
        ("pl", "1234", "12\u00a0345", "1\u00a0234\u00a0567"),
        ("hi", "1,234", "12,345", "12,34,567"),
        ("de-CH", "1’234", "12’345", "1’234’567"),
    ],
)
def test_thousands_are_grouped(language: str, four: str, five: str, seven: str) -> None:
    assert format_number(1234, language) == four
    assert format_number(12345, language) == five
    assert format_number(1234567, language) == seven


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (19, "19"), (999, "999"), (-1234, "-1234"), (-12345, "-12.345")])
def test_small_and_negative_numbers(value: int, text: str) -> None:
    assert format_number(value, "es") == text


@pytest.mark.parametrize(
    ("language", "digits", "text"),
    [
        ("ar", "latn", "12,345"),
        ("ar", "arab", "١٢٬٣٤٥"),
        ("fa", "arabext", "۱۲٬۳۴۵"),
        ("fr", "arab", "12\u202f345"),
        ("de", "nonsense", "12.345"),
    ],
)
def test_digits_are_those_asked_for(language: str, digits: str, text: str) -> None:
    assert format_number(12345, language, digits) == text


def test_a_numbering_system_needs_a_language_that_has_it() -> None:
    assert numbering_system("ar", "arab") == "arab"
    assert numbering_system("de", "arab") == "latn"
    assert write_digits("7. 8.", "ar", "arab") == "٧. ٨."
    assert write_digits("7. 8.", "de", "arab") == "7. 8."


def test_digits_in_use_are_latin_until_others_are_set() -> None:
    assert active_digits() == "latn"
    use_digits("arab")
    try:
        assert active_digits() == "arab"
    finally:
        use_digits("latn")


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 kB"),
        (1, "1 kB"),
        (1_400, "1 kB"),
        (840_000, "840 kB"),
        (999_499, "999 kB"),
        (999_600, "1 MB"),
        (1_240_000, "1,2 MB"),
        (9_960_000, "10 MB"),
        (12_400_000, "12 MB"),
        (999_600_000, "1\u00a0GB"),
        (2_000_000_000_000_000, "2.000 TB"),
    ],
)
def test_file_sizes_in_german(size: int, text: str) -> None:
    assert format_file_size(size, "de") == text


@pytest.mark.parametrize(
    ("language", "kilo", "mega"),
    [
        ("de-simple", "1 kB", "1,2 MB"),
        ("en", "1 kB", "1.2 MB"),
        ("fr", "1\u202fko", "1,2\u202fMo"),
        ("ar", "1 كيلوبايت", "1.2 ميغابايت"),
        ("sv", "1 kB", "1,2 MB"),
        ("es", "1 kB", "1,2 MB"),
        ("tr", "1 kB", "1,2 MB"),
        ("pl", "1 kB", "1,2 MB"),
        ("ru", "1 кБ", "1,2 МБ"),
    ],
)
def test_file_sizes_in_other_languages(language: str, kilo: str, mega: str) -> None:
    assert format_file_size(1_000, language) == kilo
    assert format_file_size(1_240_000, language) == mega


def test_file_sizes_in_arabic_digits() -> None:
    assert format_file_size(1_240_000, "ar", "arab") == "١٫٢ ميغابايت"
