"""An event whose translation is not to be shown any more: its old place is told nowhere."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Site

from cms.translation.models import Basis
from tests.api.asking import get
from tests.factories.cityrelations import EventIndexPageFactory, EventPageFactory
from tests.factories.core import publish, translate

pytestmark = pytest.mark.django_db

OLD = "Old Town Hall"


@pytest.fixture
def translation(site: Site, locales: dict[str, Locale]) -> Any:
    """Return the translation of a coming event, current, with its place."""
    news = publish(EventIndexPageFactory(parent=site.root_page, slug="aktuell"))
    publish(translate(news, locales["en"], title="News", slug="news"))
    day = timezone.localdate() + timedelta(days=7)
    event = publish(EventPageFactory(parent=news, title="Besuch", location="Rathaus", start_date=day))
    return publish(translate(event, locales["en"], title="Visit", location=OLD))


@pytest.mark.parametrize("address", ["/en/news/", "/api/v1/events?locale=en", "/api/v1/events.ics?locale=en"])
def test_lists_and_calendars_tell_the_place_only_while_it_holds(translation: Any, client: Client, address: str) -> None:
    assert OLD in client.get(address).content.decode()
    Basis.objects.filter(edition__page_id=translation.pk).update(words_changed=5, urgent_since=timezone.now())
    said = client.get(address).content.decode()
    assert ("Visit" in said, OLD in said) == (True, False)


def test_calendar_of_one_event_too(translation: Any) -> None:
    address = f"events/{translation.translation_key}.ics"
    assert OLD in get(address, locale="en").content.decode()
    Basis.objects.filter(edition__page_id=translation.pk).update(words_changed=5, urgent_since=timezone.now())
    assert OLD not in get(address, locale="en").content.decode()
