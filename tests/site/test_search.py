"""The readers' search."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

from home.models import HomePage
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory


def found(client: Client, query: str) -> list[str]:
    """Return the titles of the results in German."""
    page = BeautifulSoup(client.get("/de/search/", {"q": query}).content, "html.parser")
    return [heading.get_text(strip=True) for heading in page.select("main h2 a, main h3 a")]


@pytest.mark.parametrize("query", ["Kunst & Kultur", "Kunst – Kultur", "Kunst +", "„Kunst“ / Kultur", "kunst"])
def test_signs_that_stand_alone_are_not_looked_for(client: Client, home: HomePage, site: object, query: str) -> None:
    publish(StandardPageFactory(parent=home, title="Kunst und Kultur"))
    publish(StandardPageFactory(parent=home, title="Verkehr"))
    call_command("update_index", verbosity=0)
    assert found(client, query) == ["Kunst und Kultur"]


@pytest.mark.parametrize("query", ["&", "– / +", "“”"])
def test_nothing_but_signs_finds_nothing(client: Client, home: HomePage, site: object, query: str) -> None:
    publish(StandardPageFactory(parent=home, title="Kunst & Kultur"))
    call_command("update_index", verbosity=0)
    assert found(client, query) == []
