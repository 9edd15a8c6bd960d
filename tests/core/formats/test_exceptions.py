"""Each exception against what Babel, or Django, still says. One that they agree with can go."""

from datetime import date, time

import pytest
from babel import Locale, dates, numbers, units
from django.conf.locale.ar import formats as django_arabic

from cms.core.formats import exceptions
from cms.core.formats.dates import format_date, format_range, format_time, format_time_range
from cms.core.formats.languages import own_name
from cms.core.formats.numbers import format_file_size, format_number

START, END = date(2022, 9, 5), date(2022, 10, 14)
FIRST = date(2026, 5, 1)
EVENING, NIGHT = time(19), time(21)


@pytest.mark.parametrize("language", [*exceptions.FIRST_OF_MONTH])
def test_first_of_the_month(language: str) -> None:
    plain = dates.format_date(FIRST, "long", Locale.parse(language, sep="-"))
    assert plain.startswith("1 ")
    expected = plain.replace("1", exceptions.FIRST_OF_MONTH[language], 1)
    assert format_date(FIRST, language) == expected


def test_english_without_a_region_is_not_american() -> None:
    assert dates.format_date(FIRST, "long", "en") == "May 1, 2026"
    assert format_date(FIRST, "en") == "1 May 2026"


@pytest.mark.parametrize(
    ("language", "babel", "ours"),
    [
        ("ar", "5 سبتمبر – 14 أكتوبر 2022", "من 5 سبتمبر إلى 14 أكتوبر 2022"),
        ("de", "5. Sept.\u2009–\u200914. Okt. 2022", "5. September bis 14. Oktober 2022"),
        ("en_GB", "5 Sept\u2009–\u200914 Oct 2022", "5 September – 14 October 2022"),
        ("es", "5 sept\u2009–\u200914 oct 2022", "del 5 de septiembre al 14 de octubre de 2022"),
        ("fr", "5 sept.\u2009–\u200914 oct. 2022", "du 5 septembre au 14 octobre 2022"),
    ],
)
def test_ranges_of_dates(language: str, babel: str, ours: str) -> None:
    assert dates.format_interval(START, END, "yMMMd", locale=language) == babel
    assert format_range(START, END, language) == ours


@pytest.mark.parametrize(
    ("language", "babel", "ours"),
    [
        ("de", "19:00", "19:00 Uhr"),
        ("fr", "19:00", "19\u00a0h"),
    ],
)
def test_times(language: str, babel: str, ours: str) -> None:
    assert dates.format_time(EVENING, "short", locale=language) == babel
    assert format_time(EVENING, language) == ours


@pytest.mark.parametrize(
    ("language", "skeleton", "babel", "ours"),
    [
        ("ar", "hm", "7:00–9:00 م", "من 7:00 إلى 9:00 م"),
        ("de", "Hm", "19:00–21:00 Uhr", "19:00 bis 21:00 Uhr"),
        ("es", "Hm", "19:00–21:00", "de 19:00 a 21:00"),
        ("fr", "Hm", "19:00\u2009–\u200921:00", "de 19\u00a0h à 21\u00a0h"),
    ],
)
def test_ranges_of_times(language: str, skeleton: str, babel: str, ours: str) -> None:
    assert dates.format_interval(EVENING, NIGHT, skeleton, locale=language) == babel
    assert format_time_range(EVENING, NIGHT, language) == ours


@pytest.mark.parametrize("language", exceptions.GROUPED_FROM_FIVE_DIGITS)
def test_four_digits_in_a_row(language: str) -> None:
    locale = Locale.parse(language, sep="-")
    assert numbers.format_decimal(1234, locale=locale) != "1234"
    assert format_number(1234, language) == "1234"


def test_django_groups_no_arabic_thousands() -> None:
    assert not hasattr(django_arabic, "NUMBER_GROUPING")
    assert format_number(1234, "ar") == "1,234"


def test_arabic_file_sizes() -> None:
    assert units.format_unit(1.2, "digital-megabyte", "short", locale="ar") == "1.2 م.ب"
    assert format_file_size(1_240_000, "ar") == "1.2 ميغابايت"


def test_german_kilobyte() -> None:
    assert units.format_unit(1, "digital-kilobyte", "short", locale="de") == "1 kbyte"
    assert format_file_size(1_000, "de") == "1 kB"


@pytest.mark.parametrize("language", exceptions.SIMPLE_NAMES)
def test_names_of_easy_languages(language: str) -> None:
    assert own_name(f"{language}-simple") == exceptions.SIMPLE_NAMES[language]
