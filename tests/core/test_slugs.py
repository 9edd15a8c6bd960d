"""Addresses made from titles."""

import unicodedata

import pytest

from cms.core.slugs import MOST_BYTES, slug_for


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Städtepartnerschaften", "staedtepartnerschaften"),
        ("Über uns", "ueber-uns"),
        ("Grüße aus Łódź", "gruesse-aus-lodz"),
        ("À propos de nous", "a-propos-de-nous"),
        ("İstanbul", "istanbul"),
        ("Smørrebrød & Øl", "smorrebrod-ol"),
        ("مدن شريكة", "مدن-شريكة"),
        ("Москва", "москва"),
        ("東京", "東京"),
        ("???", "page"),
    ],
)
def test_slug_of_title(title: str, slug: str) -> None:
    assert slug_for(title) == slug


def test_decomposed_and_composed_titles_get_the_same_slug() -> None:
    title = "Kyjiw – Привіт, й"
    assert slug_for(unicodedata.normalize("NFD", title)) == slug_for(title)


@pytest.mark.parametrize("title", ["مدينة " * 60, "Donaudampfschifffahrt" * 12, "ü" * 300])
def test_slug_fits_into_a_file_name(title: str) -> None:
    slug = slug_for(title)
    assert 0 < len(slug.encode()) <= MOST_BYTES
    assert not slug.endswith("-")
