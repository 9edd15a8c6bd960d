"""Times of day and ranges of them."""

from datetime import time

import pytest

from cms.core.formats.dates import format_time, format_time_range


@pytest.mark.parametrize(
    ("language", "full_hour", "other"),
    [
        ("de", "19:00 Uhr", "09:05 Uhr"),
        ("de-simple", "19 Uhr", "9:05 Uhr"),
        ("en", "19:00", "09:05"),
        ("en-US", "7:00\u202fPM", "9:05\u202fAM"),
        ("fr", "19\u00a0h", "9\u00a0h\u00a005"),
        ("ar", "7:00 م", "9:05 ص"),
        ("sv", "19:00", "09:05"),
        ("es", "19:00", "9:05"),
        ("tr", "19:00", "09:05"),
        ("pl", "19:00", "09:05"),
        ("fi", "19.00", "9.05"),
    ],
)
def test_a_time(language: str, full_hour: str, other: str) -> None:
    assert format_time(time(19), language) == full_hour
    assert format_time(time(9, 5), language) == other


@pytest.mark.parametrize(
    ("language", "evening", "midday"),
    [
        ("de", "19:00 bis 21:00 Uhr", "10:30 bis 14:00 Uhr"),
        ("de-simple", "19 bis 21 Uhr", "10:30 bis 14 Uhr"),
        ("en", "19:00–21:00", "10:30–14:00"),
        ("en-US", "7:00 – 9:00\u202fPM", "10:30\u202fAM – 2:00\u202fPM"),
        ("fr", "de 19\u00a0h à 21\u00a0h", "de 10\u00a0h\u00a030 à 14\u00a0h"),
        ("ar", "من 7:00 إلى 9:00 م", "من 10:30 ص إلى 2:00 م"),
        ("sv", "19:00–21:00", "10:30–14:00"),
        ("es", "de 19:00 a 21:00", "de 10:30 a 14:00"),
        ("tr", "19:00–21:00", "10:30–14:00"),
        ("pl", "19:00–21:00", "10:30–14:00"),
        ("ja", "19:00～21:00", "10:30～14:00"),
    ],
)
def test_a_range_of_times(language: str, evening: str, midday: str) -> None:
    assert format_time_range(time(19), time(21), language) == evening
    assert format_time_range(time(10, 30), time(14), language) == midday


@pytest.mark.parametrize("end", [None, time(19)])
def test_a_range_without_an_end_is_its_start(end: time | None) -> None:
    assert format_time_range(time(19), end, "de") == "19:00 Uhr"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "22:00 bis 02:00 Uhr"),
        ("ar", "من 10:00 م إلى 2:00 ص"),
        ("en-US", "10:00\u202fPM – 2:00\u202fAM"),
    ],
)
def test_a_range_may_pass_midnight(language: str, text: str) -> None:
    assert format_time_range(time(22), time(2), language) == text


def test_a_range_that_ends_on_the_next_day_names_both_halves() -> None:
    assert format_time_range(time(21), time(20), "en-US") == "9:00\u202fPM – 8:00\u202fPM"


def test_arabic_digits() -> None:
    assert format_time(time(9, 5), "ar", "arab") == "٩:٠٥ ص"
    assert format_time_range(time(19), time(21), "ar", "arab") == "من ٧:٠٠ إلى ٩:٠٠ م"
