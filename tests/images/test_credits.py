"""The credit line of a picture."""

import pytest
from django.core.exceptions import ValidationError

from cms.images.credits import CreditPart, credit_parts, has_credit, validate_credit
from cms.images.licences import Licence
from cms.images.models import CustomImage, NoCreditReason

pytestmark = pytest.mark.django_db  # a new picture asks for the root collection


@pytest.mark.parametrize(
    "text", ["-", "–", "n/a", "N/A", "unbekannt", "York -", "York/", "kmit -", "...", "?", " none "]
)
def test_placeholders_and_cut_off_lines_are_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        validate_credit(text)


@pytest.mark.parametrize("text", ["Land Berlin", "Thie", "dpa-infografik", "", "李", "A."])
def test_names_are_taken(text: str) -> None:
    validate_credit(text)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"author": "Thie", "agency": "Land Berlin", "credit_pattern": "{agency}/{author}"}, ["Land Berlin/Thie"]),
        ({"author": "Thie"}, ["Thie"]),
        ({"author": "Thie", "agency": "dpa"}, ["Thie/dpa"]),
        ({"author": "Thie", "credit_pattern": "{author} – stock.adobe.com"}, ["Thie – stock.adobe.com"]),
        ({"no_credit_reason": NoCreditReason.LOGO}, []),
        ({"author": "Thie", "depicted_work_credit": "Christo"}, ["Thie", "Christo"]),
        (
            {"author": "Thie", "licence": Licence.CC_BY_4, "changes": "cropped", "title": "Bridge"},
            ["Bridge", "Thie", "CC BY 4.0", "cropped"],
        ),
    ],
)
def test_parts_of_the_line(fields: dict[str, str], line: list[str]) -> None:
    assert [part.text for part in credit_parts(CustomImage(**fields))] == line


def test_parts_carry_their_addresses() -> None:
    image = CustomImage(author="Thie", source_url="https://example.org/1", licence=Licence.CC_BY_SA_4, title="T")
    assert [part.url for part in credit_parts(image)] == [
        "",
        "https://example.org/1",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ]


def test_credit_for_one_use_replaces_the_stored_one() -> None:
    assert credit_parts(CustomImage(author="Thie"), "Land Berlin") == [CreditPart("author", "Land Berlin")]


@pytest.mark.parametrize(
    ("fields", "own", "expected"),
    [
        ({}, "", False),
        ({"author": "-"}, "", False),
        ({"author": "Thie"}, "", True),
        ({"agency": "dpa"}, "", True),
        ({}, "Land Berlin", True),
        ({"no_credit_reason": NoCreditReason.PUBLIC_DOMAIN}, "", True),
    ],
)
def test_what_may_be_published(fields: dict[str, str], own: str, expected: bool) -> None:
    assert has_credit(CustomImage(**fields), own) is expected
