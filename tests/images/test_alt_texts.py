"""What the alt text of a picture begins with where it is chosen."""

import pytest

from cms.images.models import CustomImage


@pytest.mark.django_db
@pytest.mark.parametrize("description", ["", "A bridge over a river"])
def test_alt_text_begins_with_the_description_and_never_with_the_title(description: str) -> None:
    assert CustomImage(title="IMG_2041.jpg", description=description).default_alt_text == description
