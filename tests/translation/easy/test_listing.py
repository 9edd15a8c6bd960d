"""The age of pages in the explorer."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Site

from cms.core.models import Edition
from cms.translation.models import Basis
from home.models import HomePage, StandardPage
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory


@pytest.fixture
def written(home: HomePage, site: Site, easy_home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return a written page whose source changed by a word since."""
    source = publish(StandardPageFactory(parent=home, intro="Wir sind ein Amt."))
    page = publish(
        StandardPageFactory(parent=easy_home, locale=locales["de-simple"], translation_key=source.translation_key)
    )
    source.intro = "Wir sind ein großes Amt."
    publish(source)
    return page


def test_the_explorer_says_by_how_much_the_source_changed(
    staff: Client, written: StandardPage, easy_home: HomePage
) -> None:
    shown = staff.get(reverse("wagtailadmin_explore", args=[easy_home.pk])).content.decode()
    assert "Source changed by 1 word" in shown


def test_what_is_current_is_not_marked(staff: Client, written: StandardPage, easy_home: HomePage) -> None:
    Basis.objects.update(words_changed=0)
    assert "Source changed" not in staff.get(reverse("wagtailadmin_explore", args=[easy_home.pk])).content.decode()


def test_the_explorer_takes_as_many_queries_for_thirty_pages_as_for_three(
    staff: Client, written: StandardPage, easy_home: HomePage, locales: dict[str, Locale]
) -> None:
    def add(number: int) -> None:
        for _one in range(number):
            page = publish(StandardPageFactory(parent=easy_home, locale=locales["de-simple"]))
            Basis.objects.update_or_create(edition=Edition.objects.get(page_id=page.pk), defaults={"words_changed": 5})

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            staff.get(reverse("wagtailadmin_explore", args=[easy_home.pk]))
        return sum("translation_basis" in query["sql"] for query in captured)

    add(2)
    few = asked()
    add(27)
    assert asked() == few == 1
