"""Easy German: its front page, and pages in it."""

import pytest
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from tests.factories.core import publish
from tests.factories.home import HomePageFactory


@pytest.fixture
def easy_home(site: Site, home: HomePage, locales: dict[str, Locale]) -> HomePage:
    """Return the published front page in Easy German."""
    page = HomePageFactory(
        parent=Page.get_first_root_node(),
        title="Die Welt ist unser Partner",
        slug="start-leicht",
        locale=locales["de-simple"],
        translation_key=home.translation_key,
    )
    return publish(page)
