"""Names and codes of countries."""

import pytest

from cms.core.formats.countries import country_codes, country_name


@pytest.mark.parametrize(
    ("language", "turkey", "germany"),
    [
        ("de", "Türkei", "Deutschland"),
        ("de-simple", "Türkei", "Deutschland"),
        ("en", "Türkiye", "Germany"),
        ("fr", "Turquie", "Allemagne"),
        ("ar", "تركيا", "ألمانيا"),
        ("sv", "Turkiet", "Tyskland"),
        ("es", "Turquía", "Alemania"),
        ("tr", "Türkiye", "Almanya"),
        ("pl", "Turcja", "Niemcy"),
        ("tlh", "Türkiye", "Germany"),
    ],
)
def test_a_country_has_a_name_in_each_language(language: str, turkey: str, germany: str) -> None:
    assert country_name("TR", language) == turkey
    assert country_name("de", language) == germany


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert country_name("q9", "de") == "Q9"


def test_a_name_that_is_missing_comes_in_english() -> None:
    assert country_name("DE", "wa") == "Germany"


def test_codes_are_those_of_countries() -> None:
    codes = country_codes()
    assert len(codes) == 250
    assert {"DE", "TR", "UA", "XK"} <= set(codes)
    assert not {"EU", "UN", "ZZ", "001"} & set(codes)
    assert list(codes) == sorted(codes)
