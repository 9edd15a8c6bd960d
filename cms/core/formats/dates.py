"""Dates and times as readers write them: CLDR's long forms, and the exceptions of this room.

`language` is a BCP 47 tag, `digits` a CLDR numbering system ("latn", "arab"). Years are those of
the Gregorian calendar, in every language.
"""

from datetime import date, time

from babel import Locale

from cms.core.formats.digits import LATIN, write_digits
from cms.core.formats.exceptions import (
    APPROXIMATE_YEAR,
    DATE_RANGES,
    FIRST_OF_MONTH,
    PLAIN_SPACES,
    TIME_RANGES,
    TIMES,
    TimeStyle,
)
from cms.core.formats.languages import babel_locale, lookup
from cms.core.formats.patterns import Halves, Tokens, date_interval, fill, time_interval, tokens

_SKELETONS = {"month": "yMMMM", "year": "y"}
_JOINERS = " –\u2009-~"


def format_partial(value: date, precision: str, language: str, digits: str = LATIN) -> str:
    """Return as much of `value` as is known: "2 July 1987", "July 1987", "1987", "c. 1987".

    `precision` is "day", "month", "year" or "approximate" (around that year).
    """
    if precision == "day":
        return format_date(value, language, digits)
    if precision == "approximate":
        text = (lookup(APPROXIMATE_YEAR, language) or "~{year}").format(year=value.year)
    else:
        text = _fill_skeleton(_SKELETONS[precision], value, babel_locale(language))
    return write_digits(text, language, digits)


def machine_date(value: date, precision: str) -> str:
    """Return as much of `value` as is known, as HTML's `datetime` takes it: "1987-07-02", "1987-07", "1987".

    "" for a year that is only approximate, which it cannot say.
    """
    kept = {"day": 10, "month": 7, "year": 4}.get(precision, 0)
    return value.isoformat()[:kept]


def format_date(value: date, language: str, digits: str = LATIN) -> str:
    """Return a date with its month spelt out: "2. Juli 1987", "1er mai 2026"."""
    locale = babel_locale(language)
    text = fill(_long_date(locale), value, locale, _first_day(language))
    return write_digits(text, language, digits)


def format_range(start: date, end: date | None, language: str, digits: str = LATIN) -> str:
    """Return the days from `start` to `end`, naming a shared month or year once.

    Without an `end`, or if both are the same day, it is that one day.
    """
    if end is None or _ymd(start) == _ymd(end):
        return format_date(start, language, digits)
    start, end = sorted((start, end))
    locale = babel_locale(language)
    halves = date_interval(locale, _difference(start, end), _long_date(locale))
    first, last = _fill_halves(halves, start, end, locale, _first_day(language))
    text = _join(first, last, lookup(DATE_RANGES, language))
    return write_digits(text, language, digits)


def format_time(value: time, language: str, digits: str = LATIN) -> str:
    """Return a time of day: "19:00 Uhr", "19:00", "19 h 30", "7:00 م"."""
    style = lookup(TIMES, language)
    text = _clock(value, style, language) + (style.unit if style else "")
    return write_digits(text, language, digits)


def format_time_range(start: time, end: time | None, language: str, digits: str = LATIN) -> str:
    """Return the time from `start` to `end`; an earlier `end` is on the next day."""
    if end is None or start == end:
        return format_time(start, language, digits)
    style = lookup(TIMES, language)
    if style:
        first, last = _clock(start, style, language), _clock(end, style, language) + style.unit
    else:
        first, last = _cldr_times(start, end, babel_locale(language))
    text = _join(first, last, lookup(TIME_RANGES, language))
    return write_digits(text, language, digits)


def month_name(month: int, language: str) -> str:
    """Return the name of a month (1 to 12) as it stands alone: Polish "lipiec", not "lipca"."""
    return babel_locale(language).months["stand-alone"]["wide"][month]


def month_names(language: str) -> list[str]:
    """Return the names of the twelve months, January first."""
    return [month_name(month, language) for month in range(1, 13)]


def _fill_skeleton(skeleton: str, value: date, locale: Locale) -> str:
    return fill(tokens(locale.datetime_skeletons[skeleton].pattern), value, locale)


def _long_date(locale: Locale) -> Tokens:
    return tokens(locale.date_formats["long"].pattern)


def _first_day(language: str) -> str:
    return lookup(FIRST_OF_MONTH, language) or "1"


def _ymd(value: date) -> tuple[int, int, int]:
    return value.year, value.month, value.day


def _difference(start: date, end: date) -> str:
    """Return the CLDR field in which two days first differ."""
    if start.year != end.year:
        return "y"
    return "M" if start.month != end.month else "d"


def _fill_halves(
    halves: Halves, start: date | time, end: date | time, locale: Locale, first_day: str = "1"
) -> tuple[str, str]:
    first, last = halves
    return fill(first, start, locale, first_day), fill(last, end, locale, first_day)


def _join(first: str, last: str, words: str | None) -> str:
    """Join the halves of a range: `first` ends in CLDR's dash, which `words` stand in for."""
    if words:
        return words.format(start=first.rstrip(_JOINERS), end=last)
    return (first + last).translate(PLAIN_SPACES)


def _clock(value: time, style: TimeStyle | None, language: str) -> str:
    locale = babel_locale(language)
    if style is None:
        return fill(_short_time(locale), value, locale)
    return fill(tokens(style.other if value.minute else style.full_hour), value, locale)


def _cldr_times(start: time, end: time, locale: Locale) -> tuple[str, str]:
    full = _short_time(locale)
    if ("field", ("h", 1)) not in full:
        difference = "H"
    else:
        difference = "h" if (start.hour < 12) == (end.hour < 12) and start < end else "a"
    return _fill_halves(time_interval(locale, difference, full), start, end, locale)


def _short_time(locale: Locale) -> Tokens:
    return tokens(locale.time_formats["short"].pattern)
