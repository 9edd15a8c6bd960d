"""Which language a reader gets at `/`."""

import pytest
from django.test import RequestFactory

from cms.core.languages import Language
from cms.core.negotiation import negotiate

PUBLIC = [
    Language(code, number, code, "ltr", True, code == "de-simple", (), "latn")
    for number, code in enumerate(["de", "en", "fr", "ar", "de-simple"])
]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("fr", "fr"),
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("pl, en;q=0.5", "en"),
        ("en;q=0.5, ar;q=0.9", "ar"),
        ("de-simple", "de-simple"),
        ("DE-AT", "de"),
        ("pl", "de"),
        ("", "de"),
        ("*", "de"),
        ("not a header;;;", "de"),
    ],
)
def test_negotiated_language(header: str, code: str) -> None:
    request = RequestFactory().get("/", headers={"Accept-Language": header})
    assert negotiate(request, PUBLIC).code == code


def test_first_public_language_where_the_source_language_is_not_public() -> None:
    assert negotiate(RequestFactory().get("/"), PUBLIC[1:]).code == "en"
