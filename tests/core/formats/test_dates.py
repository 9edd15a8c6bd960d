"""Dates to the day, month or year, ranges of days, and names of months."""

from datetime import date, datetime

import pytest
from babel.localedata import locale_identifiers

from cms.core.formats.dates import (
    format_date,
    format_partial,
    format_range,
    machine_date,
    month_name,
    month_names,
)

SIGNED = date(1987, 7, 2)


@pytest.mark.parametrize(
    ("language", "day", "month", "year", "approximate"),
    [
        ("de", "2. Juli 1987", "Juli 1987", "1987", "um 1987"),
        ("de-simple", "2. Juli 1987", "Juli 1987", "1987", "um 1987"),
        ("en", "2 July 1987", "July 1987", "1987", "c. 1987"),
        ("en-US", "July 2, 1987", "July 1987", "1987", "c. 1987"),
        ("fr", "2 juillet 1987", "juillet 1987", "1987", "vers 1987"),
        ("ar", "2 يوليو 1987", "يوليو 1987", "1987", "نحو عام 1987"),
        ("ar-SY", "2 تموز 1987", "تموز 1987", "1987", "نحو عام 1987"),
        ("sv", "2 juli 1987", "juli 1987", "1987", "omkring 1987"),
        ("es", "2 de julio de 1987", "julio de 1987", "1987", "hacia 1987"),
        ("tr", "2 Temmuz 1987", "Temmuz 1987", "1987", "1987 civarı"),
        ("pl", "2 lipca 1987", "lipiec 1987", "1987", "ok. 1987 r."),
        ("ja", "1987年7月2日", "1987年7月", "1987年", "1987年頃"),
        ("hu", "1987. július 2.", "1987. július", "1987.", "1987 körül"),
        ("hi", "2 जुलाई 1987", "जुलाई 1987", "1987", "~1987"),
    ],
)
def test_a_date_shows_what_is_known_of_it(language: str, day: str, month: str, year: str, approximate: str) -> None:
    assert format_partial(SIGNED, "day", language) == day
    assert format_partial(SIGNED, "month", language) == month
    assert format_partial(SIGNED, "year", language) == year
    assert format_partial(SIGNED, "approximate", language) == approximate


def test_an_unknown_precision_is_refused() -> None:
    with pytest.raises(KeyError, match="decade"):
        format_partial(SIGNED, "decade", "de")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "1. Mai 2026"),
        ("en", "1 May 2026"),
        ("fr", "1er mai 2026"),
        ("fr-CA", "1er mai 2026"),
        ("ar", "1 مايو 2026"),
        ("sv", "1 maj 2026"),
        ("es", "1 de mayo de 2026"),
        ("tr", "1 Mayıs 2026"),
        ("pl", "1 maja 2026"),
        ("it", "1º maggio 2026"),
        ("pt", "1º de maio de 2026"),
        ("pt-PT", "1 de maio de 2026"),
    ],
)
def test_the_first_of_a_month(language: str, text: str) -> None:
    assert format_date(date(2026, 5, 1), language) == text


def test_only_the_first_is_an_ordinal() -> None:
    assert format_date(date(2026, 5, 11), "fr") == "11 mai 2026"
    assert format_date(date(2026, 5, 21), "fr") == "21 mai 2026"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "1. bis 14. Oktober 2022"),
        ("de-simple", "1. bis 14. Oktober 2022"),
        ("de-AT", "1. bis 14. Oktober 2022"),
        ("en", "1–14 October 2022"),
        ("en-US", "October 1 – 14, 2022"),
        ("fr", "du 1er au 14 octobre 2022"),
        ("ar", "من 1 إلى 14 أكتوبر 2022"),
        ("sv", "1–14 oktober 2022"),
        ("es", "del 1 al 14 de octubre de 2022"),
        ("tr", "1–14 Ekim 2022"),
        ("pl", "1–14 października 2022"),
        ("ru", "1–14 октября 2022\u202fг."),
        ("cs", "1.–14. října 2022"),
        ("he", "1–14 באוקטובר 2022"),
        ("hu", "2022. október 1–14."),
        ("ja", "2022年10月1日～14日"),
        ("lt", "2022 m. spalio 1 d. – 2022 m. spalio 14 d."),
    ],
)
def test_a_range_within_a_month(language: str, text: str) -> None:
    assert format_range(date(2022, 10, 1), date(2022, 10, 14), language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "5. September bis 14. Oktober 2022"),
        ("de-simple", "5. September bis 14. Oktober 2022"),
        ("en", "5 September – 14 October 2022"),
        ("en-US", "September 5 – October 14, 2022"),
        ("fr", "du 5 septembre au 14 octobre 2022"),
        ("ar", "من 5 سبتمبر إلى 14 أكتوبر 2022"),
        ("sv", "5 september–14 oktober 2022"),
        ("es", "del 5 de septiembre al 14 de octubre de 2022"),
        ("tr", "5 Eylül – 14 Ekim 2022"),
        ("pl", "5 września – 14 października 2022"),
        ("cs", "5. září – 14. října 2022"),
        ("it", "5 settembre – 14 ottobre 2022"),
        ("ka", "5 სექტემბერი – 14 ოქტომბერი, 2022"),
        ("zh", "2022年9月5日至10月14日"),
    ],
)
def test_a_range_within_a_year(language: str, text: str) -> None:
    assert format_range(date(2022, 9, 5), date(2022, 10, 14), language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "28. Dezember 2022 bis 3. Januar 2023"),
        ("de-simple", "28. Dezember 2022 bis 3. Januar 2023"),
        ("en", "28 December 2022 – 3 January 2023"),
        ("fr", "du 28 décembre 2022 au 3 janvier 2023"),
        ("ar", "من 28 ديسمبر 2022 إلى 3 يناير 2023"),
        ("sv", "28 december 2022–3 januari 2023"),
        ("es", "del 28 de diciembre de 2022 al 3 de enero de 2023"),
        ("tr", "28 Aralık 2022 – 3 Ocak 2023"),
        ("pl", "28 grudnia 2022 – 3 stycznia 2023"),
    ],
)
def test_a_range_across_years(language: str, text: str) -> None:
    assert format_range(date(2022, 12, 28), date(2023, 1, 3), language) == text


@pytest.mark.parametrize("end", [None, SIGNED, datetime(1987, 7, 2, 20)])  # noqa: DTZ001
def test_a_range_of_one_day_is_that_day(end: date | None) -> None:
    assert format_range(SIGNED, end, "fr") == "2 juillet 1987"


def test_a_range_given_backwards_is_turned_round() -> None:
    assert format_range(date(2022, 10, 14), date(2022, 9, 5), "en") == ("5 September – 14 October 2022")


def test_moments_differ_by_their_days() -> None:
    start, end = datetime(2022, 10, 1, 20), datetime(2022, 10, 2, 2)  # noqa: DTZ001
    assert format_range(start, end, "en") == "1–2 October 2022"


def test_arabic_digits() -> None:
    start, end = date(2022, 9, 5), date(2022, 10, 14)
    assert format_partial(SIGNED, "approximate", "ar", "arab") == "نحو عام ١٩٨٧"
    assert format_date(SIGNED, "ar", "arab") == "٢ يوليو ١٩٨٧"
    assert format_range(start, end, "ar", "arab") == "من ٥ سبتمبر إلى ١٤ أكتوبر ٢٠٢٢"


def test_digits_that_a_language_has_not_are_left_alone() -> None:
    assert format_date(SIGNED, "fr", "arab") == "2 juillet 1987"


@pytest.mark.parametrize(
    ("language", "july"),
    [("de", "Juli"), ("en", "July"), ("fr", "juillet"), ("ar", "يوليو"), ("pl", "lipiec")],
)
def test_month_names_stand_alone(language: str, july: str) -> None:
    assert month_name(7, language) == july
    assert month_names(language)[6] == july
    assert len(month_names(language)) == 12


@pytest.mark.parametrize("language", [tag for tag in locale_identifiers() if "_" not in tag])
def test_every_language_of_cldr_can_write_dates(language: str) -> None:
    for precision in ("day", "month", "year", "approximate"):
        assert format_partial(SIGNED, precision, language)
    assert "2022" in format_range(date(2022, 9, 5), date(2022, 10, 14), language)


@pytest.mark.parametrize(
    ("precision", "machine"), [("day", "1987-07-02"), ("month", "1987-07"), ("year", "1987"), ("approximate", "")]
)
def test_a_machine_reads_no_more_than_is_known(precision: str, machine: str) -> None:
    assert machine_date(SIGNED, precision) == machine
