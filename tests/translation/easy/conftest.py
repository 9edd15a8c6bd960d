"""Easy German: its front page, and pages in it."""

import pytest
from wagtail.models import Locale, Page, Site

from home.models import HomePage, StandardPage
from tests.factories.core import publish
from tests.factories.home import HomePageFactory, StandardPageFactory
from tests.factories.images import ImageFactory

PICTURE = "33333333-3333-4333-8333-333333333333"


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


@pytest.fixture
def source_of_travelling(home: HomePage, site: Site) -> StandardPage:
    """Return the German page it is written from."""
    return publish(StandardPageFactory(parent=home, title="Über uns", intro="Wer wir im Amt sind."))


@pytest.fixture
def travelling(source_of_travelling: StandardPage, easy_home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return a published page in Easy German with all that a document has to bring back."""
    picture = {"picture": {"image": ImageFactory().pk, "alt_text": "Das Rote Rathaus", "decorative": False}}
    link = f'<a id="{easy_home.pk}" linktype="page">Start-Seite</a>'
    text = f"<p>Das ist ein <b>Amt</b>.<br/>Es hilft &amp; berät.</p><ul><li>Eins</li></ul><p>Hier ist die {link}.</p>"
    heading, first, last = (f"{digit * 8}-1111-4111-8111-111111111111" for digit in "124")
    body = [
        {"type": "heading", "value": {"text": "Was ist das?", "level": "h2"}, "id": heading},
        {"type": "rich_text", "value": text, "id": first},
        {"type": "picture", "value": picture, "id": PICTURE},
        {"type": "rich_text", "value": "<ol><li>Erst das</li><li>Dann das</li></ol>", "id": last},
    ]
    page = StandardPageFactory(
        parent=easy_home,
        title="Das sind wir",
        intro="Wir haben {count:partner-cities} Städte.",
        body=body,
        locale=locales["de-simple"],
        translation_key=source_of_travelling.translation_key,
    )
    return publish(page)
