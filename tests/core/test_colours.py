"""The accent colour is checked for contrast and served at an address that changes with it."""

import pytest
from django.core.exceptions import ValidationError

from cms.core.colours import address, contrast
from cms.core.models import SiteSettings


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_default_accents_can_be_read() -> None:
    SiteSettings().clean()


def test_faint_accent_is_refused_at_its_field() -> None:
    with pytest.raises(ValidationError) as refused:
        SiteSettings(accent="#ffd0c0").clean()
    assert list(refused.value.message_dict) == ["accent"]


def test_default_accents_need_no_stylesheet() -> None:
    assert SiteSettings().colours_url == ""


@pytest.mark.django_db
def test_own_accent_is_served_and_its_old_address_is_gone(client) -> None:
    settings = SiteSettings.load()
    settings.accent = "#005a9c"
    settings.save()
    answer = client.get(settings.colours_url)
    assert answer.status_code == 200
    assert "light-dark(#005a9c,#ff8a72)" in answer.content.decode()
    assert "immutable" in answer["Cache-Control"]
    assert client.get(address("#111111", "#ff8a72")).status_code == 404
