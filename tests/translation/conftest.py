"""A German page on its way into French."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from wagtail.models import Locale, Site
from wagtail_localize.models import Translation, TranslationSource

from home.models import HomePage, StandardPage
from tests.factories.core import publish, translate
from tests.factories.home import StandardPageFactory

PARAGRAPHS = "<p>Die Welt ist unser Partner.</p><p>Wir haben <b>neunzehn</b> Partnerstädte.</p>"


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Let functions called by a test speak English, as people's own languages decide in the admin."""
    with translation.override("en"):
        yield


@pytest.fixture
def french_home(site: Site, home: HomePage, locales: dict[str, Locale]) -> HomePage:
    """Return the published French front page."""
    return publish(translate(home, locales["fr"], title="Accueil"))


@pytest.fixture
def german(french_home: HomePage, home: HomePage) -> StandardPage:
    """Return a published German page with title, introduction, a heading and two paragraphs."""
    body = [
        {"type": "heading", "value": {"text": "Partnerschaft"}, "id": "11111111-1111-4111-8111-111111111111"},
        {"type": "rich_text", "value": PARAGRAPHS, "id": "22222222-2222-4222-8222-222222222222"},
    ]
    page = StandardPageFactory(parent=home, title="Über uns", slug="ueber-uns", intro="Wer wir sind.", body=body)
    return publish(page)


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return its translation into French: submitted, nothing translated, a draft."""
    source, _created = TranslationSource.get_or_create_from_instance(german)
    translation = Translation.objects.create(source=source, target_locale=locales["fr"])
    translation.save_target(publish=False)
    return translation
