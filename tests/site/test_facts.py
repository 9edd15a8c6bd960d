"""What is known of cities and networks, as readers see it."""

from datetime import date

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from cityrelations.models import Agreement, AgreementKind
from cityrelations.models.agreement import Website
from cms.core.hosts import host_of
from home.models import HomePage
from tests.factories.cityrelations import (
    NetworkIndexPageFactory,
    NetworkPageFactory,
    PartnerCityIndexPageFactory,
    PartnerCityPageFactory,
)
from tests.factories.core import publish

pytestmark = pytest.mark.usefixtures("site")


def main(client: Client, url: str) -> Tag:
    return BeautifulSoup(client.get(url).content, "html.parser").main


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.berlin.de/en/networks/", "berlin.de"),
        ("http://eurocities.eu", "eurocities.eu"),
        ("https://example.org:8443/a?b#c", "example.org"),
        ("", ""),
    ],
)
def test_a_website_is_called_by_its_host(url: str, host: str) -> None:
    assert host_of(url) == host


def test_a_network_shows_the_host_of_its_website(client: Client, home: HomePage) -> None:
    index = publish(NetworkIndexPageFactory(parent=home))
    network = publish(NetworkPageFactory(parent=index, website="https://www.berlin.de/en/networks/"))
    link = main(client, network.url).find("a", href="https://www.berlin.de/en/networks/")
    assert link.get_text() == "berlin.de"


def test_a_website_that_is_only_begun_is_not_shown(home: HomePage, client: Client) -> None:
    index = publish(PartnerCityIndexPageFactory(parent=home))
    city = PartnerCityPageFactory(parent=index)
    city.websites.add(Website(url="", language="de"))
    city.save()
    assert [website.host for website in city.websites.all()] == [""]
    request = client.get(index.url).wsgi_request
    shown = city.make_preview_request(request, city.default_preview_mode)
    assert shown.status_code == 200
    assert 'href=""' not in shown.content.decode()


@pytest.mark.parametrize(
    ("precision", "machine", "timeline", "year"),
    [
        ("day", "1962-05-01", "1. Mai 1962", "1962"),
        ("month", "1962-05", "Mai 1962", "1962"),
        ("year", "1962", "1962", "1962"),
        ("approximate", None, "um 1962", "um 1962"),
    ],
)
def test_a_date_says_no_more_than_is_known(
    client: Client, home: HomePage, precision: str, machine: str | None, timeline: str, year: str
) -> None:
    index = publish(PartnerCityIndexPageFactory(parent=home))
    city = PartnerCityPageFactory(parent=index)
    kind = AgreementKind.PARTNERSHIP_AGREEMENT
    city.agreements.add(Agreement(kind=kind, date=date(1962, 5, 1), precision=precision, counts_from_here=True))
    city = publish(city)
    page = main(client, city.url)
    shown = page.select_one(".timeline__date")
    assert shown.get_text(strip=True) == timeline
    assert (shown.time and shown.time["datetime"]) == machine
    assert page.select_one("dd[data-large]").get_text(strip=True) == year
    [_country, since, _status] = main(client, index.url).select(".city-table__cell")
    assert since.get_text(strip=True) == year
