"""BCP 47 language tags, and the CLDR locale, script and direction that go with each.

Every `language` argument in this room is such a tag. Subtags that CLDR has no data for, such as the
variant in `de-simple`, lead to the nearest tag it knows (RFC 4647 section 3.4, "lookup").
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from cms.core.formats.exceptions import BARE_TAGS, SIMPLE_NAMES

_RTL_SCRIPTS = frozenset(
    # CLDR scriptMetadata.txt, column "RTL?", the scripts that are in use today
    ["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]
)
_FALLBACK = "en"
T = TypeVar("T")


@cache
def babel_locale(language: str) -> Locale:
    """Return the Babel locale with which to format for `language`; English where it is unknown."""
    bare = BARE_TAGS.get(_join(_subtags(language)))
    return _known_locale(bare or language) or babel_locale(_FALLBACK)


@cache
def script(language: str) -> str:
    """Return the ISO 15924 code of the script of `language`: the one it names, else the likely."""
    base, named, region = _subtags(language)
    if named:
        return named
    likely = get_global("likely_subtags")
    full = likely.get(_join((base, "", region))) or likely.get(base) or ""
    return next((part for part in full.split("_") if len(part) == 4), "Latn")


def text_direction(language: str) -> str:
    """Return the value of the HTML attribute `dir` for text in `language`."""
    return "rtl" if script(language) in _RTL_SCRIPTS else "ltr"


@cache
def own_name(language: str) -> str:
    """Return what the speakers of `language` call it, written as in a menu: "Français".

    A tag that CLDR has no names for is returned as it is.
    """
    locale = _known_locale(language)
    name = locale and locale.get_display_name(locale)
    if not name:
        return language
    if name.split()[0].islower():
        name = name[0].title() + name[1:]
    return _simple_name(language, name) if "simple" in language.lower().split("-") else name


def language_name(tag: str, language: str) -> str:
    """Return what speakers of `language` call the language with the BCP 47 tag `tag`; an unknown tag is returned."""
    locale = _known_locale(tag)
    return (locale and locale.get_display_name(babel_locale(language))) or tag


def lookup(table: Mapping[str, T], language: str) -> T | None:
    """Return the entry of `table` for `language` or the nearest shorter tag; keys are lower case."""
    tag = language.lower().replace("_", "-")
    while tag:
        if tag in table:
            return table[tag]
        tag = tag.rpartition("-")[0]
    return None


def _simple_name(language: str, name: str) -> str:
    """Return the name of the easy-to-read form of the language called `name`."""
    return lookup(SIMPLE_NAMES, language) or f"{name} (simple)"


def _known_locale(language: str) -> Locale | None:
    """Return the locale CLDR has for as many subtags of `language` as possible, or None."""
    base, named, region = _subtags(language)
    for candidate in ((base, named, region), (base, named, ""), (base, "", region), (base, "", "")):
        locale = _parse(_join(candidate))
        # Babel answers "zh_Hant_SG" with the locale of another script
        if locale and (not candidate[1] or locale.script in (None, named)):
            return locale
    return None


def _parse(identifier: str) -> Locale | None:
    try:
        return Locale.parse(identifier)
    except (UnknownLocaleError, ValueError):
        return None


def _subtags(language: str) -> tuple[str, str, str]:
    """Split a tag into language, script and region; variants and extensions are left out."""
    base, *rest = language.replace("_", "-").split("-")
    found = {"script": "", "region": ""}
    for subtag in rest:
        kind = _kind(subtag)
        if not kind:
            break
        found[kind] = subtag.title() if kind == "script" else subtag.upper()
    return base.lower(), found["script"], found["region"]


def _kind(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return "script"
    is_region = (len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdigit())
    return "region" if is_region else ""


def _join(subtags: tuple[str, str, str]) -> str:
    return "_".join(filter(None, subtags))
