"""A small site for the tests of the content API."""

from typing import Any

import pytest
from pytest_django import DjangoDbBlocker
from wagtail.models import Site

from tests.factories import cityrelations as factories
from tests.factories.core import publish, reloaded
from tests.factories.sites import SmallSite

SECTIONS = {
    "cities": factories.PartnerCityIndexPageFactory,
    "networks": factories.NetworkIndexPageFactory,
    "topics": factories.TopicIndexPageFactory,
    "projects": factories.ProjectIndexPageFactory,
    "news": factories.EventIndexPageFactory,
}


@pytest.fixture(scope="module")
def sections_of_module(small_site: SmallSite, module_database: DjangoDbBlocker) -> dict[str, Any]:
    """Let there be the lists for the tests of a module."""
    with module_database.unblock():
        return {slug: publish(make(parent=reloaded(small_site.home), slug=slug)) for slug, make in SECTIONS.items()}


@pytest.fixture
def sections(sections_of_module: dict[str, Any], site: Site) -> dict[str, Any]:
    """Return the published lists below the front page, in German, by slug."""
    return {slug: reloaded(page) for slug, page in sections_of_module.items()}
