"""Where a text stands on its page, in words."""

import pytest

from cms.translation.texts.places import place_of
from home.models import StandardPage


@pytest.mark.parametrize(
    ("field_path", "place"),
    [
        ("title", "Title"),
        ("lead_picture.picture.picture.alt_text", "Lead picture › Picture › Alt text"),
        ("body.heading.text", "Body › Heading"),
        ("body.gone.text", "Body"),
    ],
)
def test_a_place_is_named_by_what_a_person_sees(field_path: str, place: str) -> None:
    assert place_of(StandardPage, field_path) == place
