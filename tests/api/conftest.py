"""A small site for the tests of the content API."""

from typing import Any

import pytest
from wagtail.models import Site

from home.models import HomePage
from tests.factories import cityrelations as factories
from tests.factories.core import publish, reloaded

SECTIONS = {
    "cities": factories.PartnerCityIndexPageFactory,
    "networks": factories.NetworkIndexPageFactory,
    "topics": factories.TopicIndexPageFactory,
    "projects": factories.ProjectIndexPageFactory,
    "news": factories.EventIndexPageFactory,
}


@pytest.fixture
def sections(site: Site, home: HomePage) -> dict[str, Any]:
    """Return the published lists below the front page, in German, by slug."""
    return {slug: publish(make(parent=reloaded(home), slug=slug)) for slug, make in SECTIONS.items()}
