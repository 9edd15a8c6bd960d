"""Keys by which lists sort as readers of a language expect: İstanbul among I, ñ after n.

Why our own: of the packages on PyPI in November 2026, `pyuca` (1.2, of 2017) knows no languages, so
that Swedish Ö sorts with O; `feruca` (Rust) knows the root order and two for Arabic; `icu4py` has
no collator; PyICU is built against a C++ library, which a machine with nothing but Python lacks.

So this is the Unicode collation algorithm (UTS #10) with its usual three levels, over weights taken
from the characters themselves and from the short rules in `alphabets.py`. Held against ICU 78 with
random words in 57 languages, only letters foreign to a language sort differently in some. Not done:
readings, so Chinese and Japanese characters sort by code point; capitals first in Danish and
Maltese; vowel signs before consonants in Thai and Lao. Arabic sorts with the article, as CLDR does.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count
from typing import NamedTuple

from cms.core.formats.alphabets import ALPHABETS, DOTLESS_I, ROOT, SCRIPT_NAMES
from cms.core.formats.languages import lookup, script

_FIRST_OWN, _FIRST_ROOT = 0x100000, 0x108000  # private use: after all that may follow a letter
_IGNORED = {"\u0640"}  # the Arabic tatweel only stretches a word
_OWN_SCRIPT, _NEXT = "\x05", "\x01"
_TURKIC_LOWER = str.maketrans("Iİ", "ıi")
_GROUPS = {"Z": "\x01", "P": "\x02", "S": "\x03", "N": "\x04"}

Weight = tuple[str, str]


class Alphabet(NamedTuple):
    """The letters of a language that do not sort by their code point, and its script."""

    weights: dict[str, Weight]
    longest: int
    script_name: str
    has_dotless_i: bool


@lru_cache(maxsize=8192)
def collation_key(text: str, language: str) -> bytes:
    """Return a key for `text`: keys compare, also byte by byte in a database, as readers sort.

    Texts differ by letters first, then by accents, then by case (small before capital). Spaces
    and punctuation come before digits, digits before letters.
    """
    alphabet = _alphabet(language)
    text = unicodedata.normalize("NFC", text)
    weights = list(_weights_of(text, alphabet))
    letters = "".join(primary for primary, _ in weights)
    accents = _NEXT.join(secondary for _, secondary in weights).rstrip(_NEXT)
    cases = "".join("1" if char.isupper() else "0" for char in text).rstrip("0")
    return "\0".join((letters, accents, cases)).encode("utf-8", "replace")


@cache
def _alphabet(language: str) -> Alphabet:
    weights: dict[str, Weight] = {}
    _add_rules(weights, ROOT, _FIRST_ROOT)
    _add_rules(weights, lookup(ALPHABETS, language) or "", _FIRST_OWN)
    return Alphabet(
        weights=weights,
        longest=max(map(len, weights)),
        script_name=SCRIPT_NAMES.get(script(language), ""),
        has_dotless_i=bool(lookup(DOTLESS_I, language)),
    )


def _add_rules(weights: dict[str, Weight], rules: str, first: int) -> None:
    """Add the letters of `rules`. One placed after n weighs as "n" and a character from `first`."""
    numbers = count(first)
    for chain in filter(str.strip, rules.split(";")):
        anchor, *steps = chain.split()
        base = primary = weights.get(anchor, (anchor, ""))[0]
        for operator, letter in zip(steps[::2], steps[1::2], strict=True):
            rank = chr(next(numbers))
            primary = base + rank if operator == "<" else primary
            weights[letter] = (primary, "" if operator == "<" else rank)


def _weights_of(text: str, alphabet: Alphabet) -> Iterator[Weight]:
    """Yield the weight of each letter, or group of letters that counts as one."""
    letters = list(_letters(text, alphabet))
    place = 0
    while place < len(letters):
        size = _group_size(letters, place, alphabet)
        group = letters[place : place + size]
        primary, secondary = _weight("".join(letter for letter, _ in group), alphabet)
        yield primary, secondary + "".join(marks for _, marks in group)
        place += size


def _group_size(letters: list[tuple[str, str]], place: int, alphabet: Alphabet) -> int:
    """Return how many letters from `place` count as one; marks only fit on the last of them."""
    for size in range(alphabet.longest, 1, -1):
        group = letters[place : place + size]
        is_plain = len(group) == size and not any(marks for _, marks in group[:-1])
        if is_plain and "".join(letter for letter, _ in group) in alphabet.weights:
            return size
    return 1


def _letters(text: str, alphabet: Alphabet) -> Iterator[tuple[str, str]]:
    """Yield each small letter with the marks that do not make it one of the alphabet."""
    lowered = text.translate(_TURKIC_LOWER).lower() if alphabet.has_dotless_i else text.lower()
    letter, marks = "", ""
    for char in unicodedata.normalize("NFKD", lowered):
        if not unicodedata.combining(char):
            if letter:
                yield letter, marks
            letter, marks = "" if _is_ignored(char) else char, ""
        elif (joined := unicodedata.normalize("NFC", letter + char)) in alphabet.weights:
            letter = joined
        else:
            marks += char
    if letter:
        yield letter, marks


def _is_ignored(char: str) -> bool:
    return char in _IGNORED or (unicodedata.category(char)[0] == "C" and not char.isspace())


def _weight(letter: str, alphabet: Alphabet) -> Weight:
    """Return the weight of a letter: the group its kind belongs to, and its place therein."""
    primary, secondary = alphabet.weights.get(letter, (letter, ""))
    return _grouped(primary, alphabet.script_name), secondary


@lru_cache(maxsize=8192)
def _grouped(primary: str, script_name: str) -> str:
    """Return `primary` with what keeps spaces, digits, the reader's own script and so on apart."""
    first = primary[0]
    category = unicodedata.category(first)
    if category == "Nd":
        return _GROUPS["N"] + str(unicodedata.digit(first))
    if category == "Lm" or first.isspace():
        return _GROUPS["P" if category == "Lm" else "Z"] + primary
    is_letter = category[0] == "L"
    if is_letter and script_name and unicodedata.name(first, "").startswith(script_name):
        return "".join(char if _is_rank(char) else _OWN_SCRIPT + char for char in primary)
    return _GROUPS.get(category[0], "") + primary


def _is_rank(char: str) -> bool:
    """Return whether this is no letter but says which place after one a letter has."""
    return ord(char) >= _FIRST_OWN
