"""Language tags and the CLDR locale, script, direction and name that go with them."""

import pytest
from babel.localedata import locale_identifiers

from cms.core.formats.languages import (
    babel_locale,
    language_name,
    lookup,
    own_name,
    script,
    text_direction,
)


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("de", "de"),
        ("de-simple", "de"),
        ("de-CH-1996", "de_CH"),
        ("de-Latn-AT", "de_AT"),
        ("en", "en_GB"),
        ("en-simple", "en_GB"),
        ("en-US", "en_US"),
        ("fr", "fr"),
        ("ar", "ar"),
        ("ar-u-nu-arab", "ar"),
        ("pt-br", "pt_BR"),
        ("zh-hans", "zh_Hans"),
        ("zh-Hant-SG", "zh_Hant"),
        ("sr-Latn", "sr_Latn"),
        ("tlh", "en_GB"),
        ("x-private", "en_GB"),
        ("", "en_GB"),
    ],
)
def test_a_tag_leads_to_the_nearest_locale(language: str, locale: str) -> None:
    assert str(babel_locale(language)) == locale


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("ar-simple", "rtl"),
        ("fa", "rtl"),
        ("he", "rtl"),
        ("ug", "rtl"),
        ("yi", "rtl"),
        ("dv", "rtl"),
        ("ku-Arab", "rtl"),
        ("ku", "ltr"),
        ("uz-Arab", "rtl"),
        ("pa-PK", "rtl"),
        ("de-simple", "ltr"),
        ("sr", "ltr"),
        ("tlh", "ltr"),
    ],
)
def test_direction_follows_the_script(language: str, direction: str) -> None:
    assert text_direction(language) == direction


def test_directions_agree_with_all_of_cldr() -> None:
    tags = [tag for tag in locale_identifiers() if not tag.startswith("mn_Mong")]  # vertical
    wrong = [tag for tag in tags if babel_locale(tag).text_direction != text_direction(tag)]
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de", "Deutsch"),
        ("en", "English"),
        ("en-GB", "English (United Kingdom)"),
        ("fr", "Français"),
        ("ar", "العربية"),
        ("sv", "Svenska"),
        ("es", "Español"),
        ("tr", "Türkçe"),
        ("pl", "Polski"),
        ("uk", "Українська"),
        ("ka", "ქართული"),
        ("zu", "isiZulu"),
        ("pt-BR", "Português (Brasil)"),
        ("de-simple", "Leichte Sprache"),
        ("fr-simple", "Facile à lire et à comprendre"),
        ("pl-simple", "Polski (simple)"),
        ("tlh", "tlh"),
    ],
)
def test_a_language_is_named_in_itself(language: str, name: str) -> None:
    assert own_name(language) == name


@pytest.mark.parametrize(
    ("language", "code"),
    [("de", "Latn"), ("ar", "Arab"), ("sr", "Cyrl"), ("sr-Latn", "Latn"), ("zh-TW", "Hant")],
)
def test_script_is_the_one_named_or_likely(language: str, code: str) -> None:
    assert script(language) == code


@pytest.mark.parametrize(
    ("language", "entry"),
    [("pt-PT", 2), ("pt_PT", 2), ("pt-BR", 1), ("pt", 1), ("pt-PT-simple", 2), ("p", None)],
)
def test_lookup_shortens_the_tag(language: str, entry: int | None) -> None:
    assert lookup({"pt": 1, "pt-pt": 2}, language) == entry


@pytest.mark.parametrize(
    ("tag", "language", "name"),
    [
        ("fr", "de", "Französisch"),
        ("de", "ar", "الألمانية"),
        ("pt-BR", "en", "Portuguese (Brazil)"),
        ("zz", "de", "zz"),
    ],
)
def test_language_is_named_in_the_readers_language(tag: str, language: str, name: str) -> None:
    assert language_name(tag, language) == name
