"""CLDR date patterns and interval patterns (UTS #35, part 4), filled in.

Babel fills patterns too, but has intervals with abbreviated months only, and no ordinals.
"""

import re
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import DateTimeFormat, tokenize_pattern

Tokens = tuple[tuple[str, Any], ...]
Halves = tuple[Tokens, Tokens]

_KEPT = {"d": ("d",), "M": ("M", "L")}  # fields a shortened first half may end with
_LONG_FIELDS = {("M", 3): ("M", 4), ("L", 3): ("L", 4), ("d", 2): ("d", 1)}


@cache
def tokens(pattern: str) -> Tokens:
    """Split a pattern into literal text and fields: `("chars", ". ")`, `("field", ("M", 4))`."""
    parts: list[tuple[str, Any]] = []
    for kind, content in tokenize_pattern(pattern):
        if kind == "chars" and parts and parts[-1][0] == kind:
            content = parts.pop()[1] + content
        parts.append((kind, content))
    return tuple(parts)


def fill(parts: Tokens, value: date | time, locale: Locale, first_day: str = "1") -> str:
    """Return `parts` filled in with `value`; `first_day` is how the first of a month is written."""
    fields = DateTimeFormat(value, locale)
    return "".join(_text(kind, content, fields, first_day) for kind, content in parts)


def date_interval(locale: Locale, difference: str, full: Tokens) -> Halves:
    """Return the halves for dates that first differ in `difference`: "d", "M" or "y".

    `full` is the pattern of one date. Where CLDR would write the end of a range otherwise (Czech
    months in figures, Hebrew ones without their preposition), the range is made from it.
    """
    formats = locale.interval_formats
    named = formats.get("yMMMMd") or formats.get("yMMMd") or {}
    return _interval(named, difference, "y", full) or _shortened(locale, difference, full)


def time_interval(locale: Locale, difference: str, full: Tokens) -> Halves:
    """Return the halves for times that first differ in `difference`: "a" or "h", or "H"."""
    skeleton, widest = ("Hm", "H") if difference == "H" else ("hm", "a")
    named = locale.interval_formats.get(skeleton) or {}
    return _interval(named, difference, widest, full) or ((*full, _joiner(locale)), full)


def _interval(named: Mapping[str, Any], difference: str, widest: str, full: Tokens) -> Halves | None:
    """Return CLDR's halves, or None if it has none whose end is written like `full`."""
    if not {difference, widest} <= named.keys():
        return None
    if _spaced_alike(_long_tokens(named[widest][-1])) != _spaced_alike(full):
        return None
    first, last = named[difference]
    return _long_tokens(first), _long_tokens(last)


def _shortened(locale: Locale, difference: str, full: Tokens) -> Halves:
    """Return halves made from `full`; the first stops before what both dates share.

    That works where the day comes first and the year last, as in "d. MMMM y".
    """
    fields = [content[0] if kind == "field" else "" for kind, content in full]
    if difference == "y" or not re.fullmatch("d[ML].*y", "".join(fields)):
        return (*full, _joiner(locale)), full
    last_field = next(name for name in fields if name in _KEPT[difference])
    stop = fields.index(last_field) + 1
    return (*full[:stop], *_clinging(full[stop]), _joiner(locale, difference)), full


def _clinging(token: tuple[str, Any]) -> Tokens:
    """Return what stays with the field before `token`: the dot of "d. MMMM", but no comma."""
    kind, content = token
    return (("chars", re.match(r"[^\s,،]*", content)[0]),) if kind == "chars" else ()


def _joiner(locale: Locale, difference: str = "y") -> tuple[str, str]:
    """Return what CLDR puts between two full values: `{0} – {1}` without its ends.

    A dash between two numbers, as in "1.–14. října", has no spaces.
    """
    text = locale.interval_formats[None][3:-3]
    return "chars", text.strip() if difference == "d" and text.strip() == "–" else text


def _spaced_alike(parts: Tokens) -> Tokens:
    """Return `parts` with all spaces plain, for comparing."""
    return tuple((k, re.sub(r"\s", " ", c) if k == "chars" else c) for k, c in parts)


@cache
def _long_tokens(pattern: str) -> Tokens:
    """Split a pattern, its months spelt out and its days without a leading zero.

    ICU does the same where CLDR has no interval of the width that was asked for.
    """
    return tuple((kind, _LONG_FIELDS.get(content, content)) for kind, content in tokens(pattern))


def _text(kind: str, content: Any, fields: DateTimeFormat, first_day: str) -> str:
    if kind == "chars":
        return content
    name, width = content
    is_first = name == "d" and fields.value.day == 1
    return first_day if is_first else fields[name * width]
