"""Whether a word of a text is a form of a word in the list of terms.

No dictionary: a few rules for each language, rather too generous than too strict, since all they do is to show a
term or a warning to a person.

- German: the usual endings of nouns and adjectives may follow the word or stand in place of its own (“Regierender”,
  “Regierenden”), and an umlaut may appear (“Stadt”, “Städte”).
- English: plural. French: plural and feminine forms.
- Arabic: vowel signs and the spelling of alef and its like do not matter; article, “and”, “with”, “for” before the
  word, and plural or possessive endings after it.
- Other languages: the very same word.

Upper and lower case do not matter, with two exceptions: an abbreviation in capitals (“EU”) has them in the text too,
and what names a person, place or body begins with a capital where the list has one.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_SHORTEST_STEM = 3
_LONGEST_ABBREVIATION = 6

_GERMAN_ENDINGS = frozenset(["e", "n", "s", "en", "er", "es", "em", "ern", "ens", "ns", "nen", "se", "ses", "sen"])
_GERMAN_OWN = ("en", "er", "es", "em", "e")
_UMLAUTS = str.maketrans("äöü", "aou")

_ENGLISH_ENDINGS = frozenset(("s", "es"))
_FRENCH_ENDINGS = frozenset(("s", "x", "e", "es"))

_ARABIC_SIGNS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_ARABIC_LETTERS = str.maketrans("أإآٱىة", "ااااي\u0647")
_ARABIC_BEFORE = ("وال", "بال", "فال", "كال", "ولل", "ال", "لل", "و", "ب", "ل", "ف", "ك")
_ARABIC_ENDINGS = frozenset(["ات", "ين", "ون", "ان", "ه", "ها", "هم", "نا", "ي", "ا"])
_ARABIC_FEMININE = frozenset(["ه", "ت", "ات", "تها", "تهم", "تنا", "تي", "تين", "تان", "ته"])


def same_word(term: str, word: str, language: str, *, is_name: bool) -> bool:
    """Return whether `word` of a text is a form of the single word `term`; `is_name` where it names something."""
    if _is_abbreviation(term):
        return word in (term, f"{term}s")
    if is_name and term[:1].isupper() and word[:1].islower():
        return False
    one, other = folded(term, language), folded(word, language)
    return one == other or _rule(language)(one, other)


def stems(word: str, language: str) -> frozenset[str]:
    """Return the first letters by which a word of a text or of a term is looked up: those of one word in all forms."""
    whole = folded(word, language)
    words = _without_prefixes(whole) if _main(language) == "ar" else {whole}
    return frozenset(one.translate(_UMLAUTS)[:_SHORTEST_STEM] for one in words)


@lru_cache(maxsize=20_000)
def folded(word: str, language: str) -> str:
    """Return a word as it is compared."""
    text = unicodedata.normalize("NFC", word).casefold()
    return _ARABIC_SIGNS.sub("", text).translate(_ARABIC_LETTERS) if _main(language) == "ar" else text


def _main(language: str) -> str:
    return language.split("-")[0].lower()


def _is_abbreviation(term: str) -> bool:
    return len(term) <= _LONGEST_ABBREVIATION and term.isupper() and len(term) > 1


def _rule(language: str) -> Callable[[str, str], bool]:
    return _RULES.get(_main(language), _never)


def _never(term: str, word: str) -> bool:
    return False


def _german(term: str, word: str) -> bool:
    if _ends(term, word, _GERMAN_ENDINGS):
        return True
    own = next((ending for ending in _GERMAN_OWN if term.endswith(ending)), "")
    stem = term.removesuffix(own)
    if own and len(stem) > _SHORTEST_STEM and (word == stem or _ends(stem, word, _GERMAN_ENDINGS)):
        return True
    plain = word.translate(_UMLAUTS)
    return plain != word and term == term.translate(_UMLAUTS) and (plain == term or _ends(term, plain, _GERMAN_ENDINGS))


def _english(term: str, word: str) -> bool:
    return _ends(term, word, _ENGLISH_ENDINGS) or (term.endswith("y") and word == f"{term[:-1]}ies")


def _french(term: str, word: str) -> bool:
    return _ends(term, word, _FRENCH_ENDINGS) or (term.endswith("al") and word == f"{term[:-1]}ux")


def _arabic(term: str, word: str) -> bool:
    return any(_arabic_form(one, other) for one in _without_prefixes(term) for other in _without_prefixes(word))


def _arabic_form(term: str, word: str) -> bool:
    if word == term or _ends(term, word, _ARABIC_ENDINGS):
        return True
    return term.endswith("\u0647") and _ends(term[:-1], word, _ARABIC_FEMININE)


def _without_prefixes(word: str) -> set[str]:
    shorter = (word.removeprefix(before) for before in _ARABIC_BEFORE if word.startswith(before))
    return {word, *(one for one in shorter if len(one) >= _SHORTEST_STEM)}


def _ends(stem: str, word: str, endings: frozenset[str]) -> bool:
    return len(stem) >= _SHORTEST_STEM and word.startswith(stem) and word[len(stem) :] in endings


_RULES: dict[str, Callable[[str, str], bool]] = {
    "de": _german,
    "en": _english,
    "fr": _french,
    "ar": _arabic,
}
