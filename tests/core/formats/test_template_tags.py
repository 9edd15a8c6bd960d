"""What templates show, in the active language."""

from datetime import date, time
from typing import Any

import pytest
from django.template import Context, Engine
from django.utils import translation

from cms.core.formats.digits import use_digits

ENGINE = Engine(libraries={"formats": "cms.core.templatetags.formats"})
VALUES = {
    "day": date(1987, 7, 2),
    "from": date(2022, 9, 5),
    "to": date(2022, 10, 14),
    "opens": time(19),
    "closes": time(21, 30),
    "none": None,
}


def shown(code: str, language: str, **values: Any) -> str:
    template = ENGINE.from_string("{% load formats %}" + code)
    with translation.override(language):
        return template.render(Context(VALUES | values))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('{{ day|partial_date:"month" }}', "juillet 1987"),
        ("{% date_range from to %}", "du 5 septembre au 14 octobre 2022"),
        ("{% date_range from none %}", "5 septembre 2022"),
        ("{% date_range from %}", "5 septembre 2022"),
        ("{% time_range opens closes %}", "de 19\u00a0h à 21\u00a0h\u00a030"),
        ("{% time_range opens %}", "19\u00a0h"),
        ("{{ 12345|number }}", "12\u202f345"),
        ("{{ 0|number }}", "0"),
        ("{{ 1240000|file_size }}", "1,2\u202fMo"),
        ('{{ "CI"|country }}', "Côte d’Ivoire"),
    ],
)
def test_values_are_shown_in_the_active_language(code: str, text: str) -> None:
    assert shown(code, "fr") == text


def test_easy_german() -> None:
    assert shown("{% date_range from to %}", "de-simple") == "5. September bis 14. Oktober 2022"
    assert shown("{% time_range opens closes %}", "de-simple") == "19 bis 21:30 Uhr"


def test_without_an_active_language_it_is_that_of_the_site(settings: Any) -> None:
    settings.LANGUAGE_CODE = "sv"
    template = ENGINE.from_string("{% load formats %}{{ 12345|number }}")
    with translation.override(None):
        assert template.render(Context()) == "12\u00a0345"


@pytest.mark.parametrize(
    "code",
    [
        '{{ none|partial_date:"day" }}',
        "{% date_range none to %}",
        "{% time_range none closes %}",
        "{{ none|number }}",
        "{{ none|file_size }}",
        "{{ none|country }}",
        '{{ ""|country }}',
    ],
)
def test_a_missing_value_is_shown_as_nothing(code: str) -> None:
    assert shown(code, "de") == ""


def test_the_digits_in_use_are_shown() -> None:
    use_digits("arab")
    try:
        assert shown('{{ day|partial_date:"day" }}', "ar") == "٢ يوليو ١٩٨٧"
        assert shown('{{ day|partial_date:"day" }}', "de") == "2. Juli 1987"
    finally:
        use_digits("latn")
