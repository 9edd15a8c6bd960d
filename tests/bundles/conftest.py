"""An installation whose source language is French, and the bundle of an invented city to load into it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from pytest_django import Settings
from wagtail.models import Locale, Page, Site

from cms.bundles.load import load_bundle
from cms.core.models import LocaleProfile
from tests.bundles.state import forget_files

CITY = Path(__file__).parent / "city_of_two"


@pytest.fixture
def installation(db: None, settings: Settings) -> Iterator[Callable[[str], None]]:
    """Return a function that makes this an empty installation of another source language.

    LANGUAGE_CODE is fixed at the first migration, where the test database was German: the locale that the migrations
    made, which the root page has, becomes the one they would have made.
    """

    def begin_in(code: str) -> None:
        settings.LANGUAGE_CODE = code
        for page in Page.objects.filter(depth=2):
            page.delete()
        LocaleProfile.objects.all().delete()
        Locale.objects.exclude(language_code="de").delete()
        Locale.objects.filter(language_code="de").update(language_code=code)
        forget_files()

    yield begin_in
    forget_files()


@pytest.fixture
def french(installation: Callable[[str], None]) -> None:
    """Make this an empty installation whose source language is French."""
    installation("fr")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Return a copy of the invented city's bundle."""
    return Path(shutil.copytree(CITY, tmp_path / "city"))


@pytest.fixture
def loaded(french: None) -> Site:
    """Load the invented city and return its site."""
    load_bundle(CITY)
    assert django_settings.LANGUAGE_CODE == "fr"
    cache.clear()
    return Site.objects.get(is_default_site=True)
