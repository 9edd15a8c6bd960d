"""An installation whose source language is French, and the bundle of an invented city to load into it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker, Settings
from wagtail.models import Locale, Page

from cms.bundles.load import load_bundle
from cms.core.models import LocaleProfile
from tests.bundles.places import CITY
from tests.bundles.state import forget_files


def begin_in(code: str) -> None:
    """Make this an empty installation of another source language, which LANGUAGE_CODE says already.

    LANGUAGE_CODE is fixed at the first migration, where the test database was German: the locale that the migrations
    made, which the root page has, becomes the one they would have made.
    """
    for page in Page.objects.filter(depth=2):
        page.delete()
    LocaleProfile.objects.all().delete()
    Locale.objects.exclude(language_code="de").delete()
    Locale.objects.filter(language_code="de").update(language_code=code)
    forget_files()


@pytest.fixture
def installation(db: None, settings: Settings) -> Iterator[Callable[[str], None]]:
    """Return a function that makes this an empty installation of another source language."""

    def begin(code: str) -> None:
        settings.LANGUAGE_CODE = code
        begin_in(code)

    yield begin
    forget_files()


@pytest.fixture
def french(installation: Callable[[str], None]) -> None:
    """Make this an empty installation whose source language is French."""
    installation("fr")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Return a copy of the invented city's bundle."""
    return Path(shutil.copytree(CITY, tmp_path / "city"))


@pytest.fixture(scope="module")
def _loaded_for_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the invented city once for the tests of a module; each of them is rolled back to this."""
    with django_db_blocker.unblock(), override_settings(LANGUAGE_CODE="fr"), transaction.atomic():
        begin_in("fr")
        load_bundle(CITY)
        yield
        transaction.set_rollback(True)
        forget_files()


@pytest.fixture
def loaded(_loaded_for_module: None, db: None) -> None:
    """Let the invented city be loaded. Not for modules that load anything themselves."""
