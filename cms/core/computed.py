"""Values that texts name and the site computes, such as `{count:partner-cities}`.

Parameters follow after semicolons: `{count:partner-cities;status=resting}`.
"""

import re
from collections.abc import Callable, Iterator

from cms.core.formats.numbers import format_number
from cms.core.reader import Reader

PLACEHOLDER = re.compile(r"\{count:(?P<name>[a-z-]+)(?P<parameters>(?:;[a-z]+=[a-z-]+)*)\}")
_LOOKALIKE = re.compile(r"\{\s*count[^}]*\}?")

Counter = Callable[..., int]
_counters: dict[str, tuple[Counter, dict[str, frozenset[str]]]] = {}


def register_count(name: str, counter: Counter, parameters: dict[str, frozenset[str]] | None = None) -> None:
    """Let texts say `{count:name}`. `parameters` gives each keyword of `counter` with the values it takes."""
    _counters[name] = (counter, parameters or {})


def expand(text: str, reader: Reader) -> str:
    """Return `text` with its placeholders replaced by numbers written as the reader writes them."""
    if "{count:" not in text:
        return text
    return PLACEHOLDER.sub(lambda match: _value(match, reader), text)


def unknown_placeholders(text: str) -> Iterator[str]:
    """Yield what looks like a placeholder but cannot be computed."""
    for candidate in _LOOKALIKE.findall(text):
        match = PLACEHOLDER.fullmatch(candidate)
        if not match or not _is_known(match):
            yield candidate


def _is_known(match: re.Match[str]) -> bool:
    if match["name"] not in _counters:
        return False
    allowed = _counters[match["name"]][1]
    return all(value in allowed.get(key, ()) for key, value in _parameters(match).items())


def _parameters(match: re.Match[str]) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in match["parameters"].split(";") if pair)


def _value(match: re.Match[str], reader: Reader) -> str:
    if not _is_known(match):
        return match[0]
    key = ("count", match[0])
    if key not in reader.cache:
        reader.cache[key] = _counters[match["name"]][0](**_parameters(match))
    return format_number(reader.cache[key], reader.language.code, reader.language.digits)
