"""A German page on its way into French."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from pytest_django import DjangoDbBlocker
from wagtail.models import Site
from wagtail_localize.models import Translation

from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded, translate
from tests.factories.home import StandardPageFactory
from tests.factories.sites import SmallSite
from tests.translation.submitting import submit

PARAGRAPHS = "<p>Die Welt ist unser Partner.</p><p>Wir haben <b>neunzehn</b> Partnerstädte.</p>"


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Let functions called by a test speak English, as people's own languages decide in the admin."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def french_home_of_module(small_site: SmallSite, module_database: DjangoDbBlocker) -> HomePage:
    """Let there be a published French front page for the tests of a module."""
    with module_database.unblock():
        return publish(translate(small_site.home, small_site.locales["fr"], title="Accueil"))


@pytest.fixture
def french_home(french_home_of_module: HomePage, site: Site) -> HomePage:
    """Return the published French front page."""
    return reloaded(french_home_of_module)


@pytest.fixture(scope="module")
def german_of_module(
    french_home_of_module: HomePage, small_site: SmallSite, module_database: DjangoDbBlocker
) -> StandardPage:
    """Let there be a published German page for the tests of a module."""
    body = [
        {"type": "heading", "value": {"text": "Partnerschaft"}, "id": "11111111-1111-4111-8111-111111111111"},
        {"type": "rich_text", "value": PARAGRAPHS, "id": "22222222-2222-4222-8222-222222222222"},
    ]
    words = {"title": "Über uns", "slug": "ueber-uns", "intro": "Wer wir sind.", "body": body}
    with module_database.unblock():
        return publish(StandardPageFactory(parent=reloaded(small_site.home), **words))


@pytest.fixture
def german(german_of_module: StandardPage, french_home: HomePage) -> StandardPage:
    """Return a published German page with title, introduction, a heading and two paragraphs."""
    return reloaded(german_of_module)


@pytest.fixture(scope="module")
def french_of_module(
    german_of_module: StandardPage, small_site: SmallSite, module_database: DjangoDbBlocker
) -> Translation:
    """Let that page be submitted for translation into French, for the tests of a module."""
    with module_database.unblock():
        return submit(german_of_module, small_site.locales["fr"])


@pytest.fixture
def french(french_of_module: Translation, german: StandardPage) -> Translation:
    """Return its translation into French: submitted, nothing translated, a draft."""
    return Translation.objects.get(pk=french_of_module.pk)
