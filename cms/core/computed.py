"""Values that texts name and the site computes, such as `{count:partner-cities}`.

Parameters follow after semicolons: `{count:partner-cities;status=resting}`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cms.core.cachetags import note
from cms.core.formats.numbers import format_number
from cms.core.reader import Reader

PLACEHOLDER = re.compile(r"\{count:(?P<name>[a-z-]+)(?P<parameters>(?:;[a-z]+=[a-z-]+)*)\}")
_LOOKALIKE = re.compile(r"\{\s*count[^}]*\}?")

Counter = Callable[..., int]


@dataclass(frozen=True)
class _Registered:
    """A counter, the values of its parameters, and the cache tags of what it counts."""

    count: Counter
    parameters: dict[str, frozenset[str]]
    tags: Sequence[str]


_counters: dict[str, _Registered] = {}


def register_count(
    name: str, counter: Counter, parameters: dict[str, frozenset[str]] | None = None, *, tags: Sequence[str] = ()
) -> None:
    """Let texts say `{count:name}`. `parameters` gives each keyword of `counter` with the values it takes.

    `tags` are the cache tags of what is counted.
    """
    _counters[name] = _Registered(counter, parameters or {}, tags)


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
    allowed = _counters[match["name"]].parameters
    return all(value in allowed.get(key, ()) for key, value in _parameters(match).items())


def _parameters(match: re.Match[str]) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in match["parameters"].split(";") if pair)


def _value(match: re.Match[str], reader: Reader) -> str:
    if not _is_known(match):
        return match[0]
    key = ("count", match[0])
    if key not in reader.cache:
        counter = _counters[match["name"]]
        note(reader, *counter.tags)
        reader.cache[key] = counter.count(**_parameters(match))
    return format_number(reader.cache[key], reader.language.code, reader.language.digits)
