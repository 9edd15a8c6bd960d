"""What a reader gets in each language: translations, stand-ins, nothing."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Locale, Site

from cms.core.models import LocaleProfile
from home.models import HomePage
from tests.factories.cityrelations import PartnerCityIndexPageFactory, PartnerCityPageFactory
from tests.factories.core import mirror, publish, reloaded, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def homes(site: Site, home: HomePage, locales: dict[str, Locale]) -> dict[str, HomePage]:
    """Return published front pages in all five languages."""
    titles = {"en": "World", "fr": "Monde", "ar": "العالم", "de-simple": "Welt einfach"}
    found = {code: publish(translate(home, locales[code], title=title)) for code, title in titles.items()}
    return found | {"de": reloaded(home)}


@pytest.fixture
def tokyo(homes: dict[str, HomePage], locales: dict[str, Locale]):
    """Return a city in German and English, mirrored into Arabic."""
    index = publish(PartnerCityIndexPageFactory(parent=homes["de"], title="Städte", show_in_menus=True))
    city = publish(PartnerCityPageFactory(parent=index, title="Tokio", slug="tokio", country="JP"))
    publish(translate(city, locales["en"], title="Tokyo"))
    mirror(city, locales["ar"])
    return city


def soup(client: Client, url: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == status, f"{url}: {answer.status_code}"
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize(
    ("code", "direction"), [("de", "ltr"), ("en", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("de-simple", "ltr")]
)
def test_front_page_carries_its_language_and_direction(client, homes, code, direction) -> None:
    page = soup(client, f"/{code}/")
    assert (page.html["lang"], page.html["dir"]) == (code, direction)
    assert len(page.find_all("h1")) == 1
    assert homes[code].title in page.h1.get_text()


def test_root_leads_to_the_negotiated_language(client, homes) -> None:
    answer = client.get("/", headers={"Accept-Language": "ar"})
    assert (answer.status_code, answer["Location"]) == (302, "/ar/")
    assert "Accept-Language" in answer["Vary"]


def test_language_that_is_not_public_has_no_addresses(client, homes, locales) -> None:
    LocaleProfile.objects.filter(locale=locales["fr"]).update(is_public=False)
    assert client.get("/fr/").status_code == 404
    assert "/fr/" not in client.get("/de/").content.decode()
    assert "/fr/" not in client.get("/sitemap.xml").content.decode()


def test_language_without_a_locale_is_not_served(client, homes) -> None:
    assert client.get("/pl/").status_code == 404


def test_arabic_reader_gets_the_english_text_marked_as_such(client, tokyo) -> None:
    page = soup(client, _arabic(tokyo))
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
    heading = page.h1
    marked = heading if heading.has_attr("lang") else heading.find_parent(lang=True)
    assert (marked["lang"], marked["dir"]) == ("en", "ltr")
    assert "Tokyo" in heading.get_text()
    assert "English" in page.select_one("main").get_text()
    assert page.find("link", rel="canonical")["href"].endswith("/en/" + _english(tokyo).split("/en/")[1])
    assert page.find_all("link", rel="alternate", hreflang=True) == []


def test_stand_in_is_in_no_switch_and_no_sitemap(client, tokyo) -> None:
    page = soup(client, _english(tokyo))
    assert {link["hreflang"] for link in page.find_all("link", rel="alternate", hreflang=True)} == {
        "de",
        "en",
        "x-default",
    }
    assert _arabic(tokyo) not in client.get("/sitemap.xml").content.decode()


def test_versions_name_each_other(client, tokyo) -> None:
    def named(url: str) -> set[tuple[str, str]]:
        return {
            (link["hreflang"], link["href"])
            for link in soup(client, url).find_all("link", rel="alternate", hreflang=True)
        }

    assert named(tokyo.url) == named(_english(tokyo))
    assert ("x-default", f"http://localhost{tokyo.url}") in named(tokyo.url)


def test_easy_german_never_falls_back(client, tokyo, homes) -> None:
    answer = client.get("/de-simple/stadte/tokio/")
    assert answer.status_code == 404
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.html["lang"] == "de-simple"
    assert 'lang="de"' not in str(page.main)


def test_easy_german_is_left_out_of_hreflang_but_offered(client, homes) -> None:
    page = soup(client, "/de/")
    assert "de-simple" not in {link["hreflang"] for link in page.find_all("link", rel="alternate", hreflang=True)}
    assert page.find("a", href="/de-simple/", lang="de-simple") or page.find("a", href="/de-simple/")


def test_easy_german_names_no_version_that_does_not_name_it(client, homes) -> None:
    page = soup(client, "/de-simple/")
    assert page.find_all("link", rel="alternate", hreflang=True) == []
    assert page.find("link", rel="canonical")["href"] == "http://localhost/de-simple/"
    entries = BeautifulSoup(client.get("/sitemap.xml").content, "xml").find_all("url")
    links = {entry.loc.get_text(): len(entry.find_all("link")) for entry in entries}
    assert (links["http://localhost/de-simple/"], links["http://localhost/de/"]) == (0, 5)


def test_nothing_live_in_the_chain_is_not_found(client, tokyo) -> None:
    arabic = _arabic(tokyo)
    for row in (tokyo, _row(tokyo, "en")):
        reloaded(row).unpublish()
    assert client.get(arabic).status_code == 404


def test_page_not_found_speaks_the_language_of_the_address(client, tokyo) -> None:
    page = soup(client, "/en/nothing-here/", 404)
    assert page.html["lang"] == "en"
    assert page.find("form", action="/en/search/") or page.find("a", href="/en/search/")
    assert page.find("a", href=_row(tokyo, "en").get_parent().url)


def test_scheduled_source_shows_nowhere(client, homes, locales) -> None:
    draft = PartnerCityIndexPageFactory(parent=homes["de"], title="Geheim", slug="geheim", show_in_menus=True)
    mirror(draft, locales["en"])
    for url in ("/de/", "/en/", "/sitemap.xml", "/de/search/?q=Geheim"):
        assert "/geheim/" not in client.get(url).content.decode()
    assert client.get("/de/geheim/").status_code == 404
    assert client.get("/en/geheim/").status_code == 404


def test_answers_set_no_cookie_and_do_not_vary_by_it(client, tokyo) -> None:
    for url in ("/de/", tokyo.url, _arabic(tokyo), "/de/search/?q=Tokio", "/en/nothing/", "/sitemap.xml"):
        answer = client.get(url)
        assert not answer.cookies, url
        assert "Cookie" not in answer.get("Vary", ""), url


def _row(page, code: str):
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code=code)


def _english(page) -> str:
    return _row(page, "en").url


def _arabic(page) -> str:
    return _row(page, "ar").url
