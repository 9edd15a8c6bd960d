"""Every kind of page, in three languages and at two widths: accessible, without overflow, without cookies."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
GERMAN = {
    "home": "/de/",
    "cities": "/de/staedtepartnerschaften/",
    "city": "/de/staedtepartnerschaften/paris/",
    "networks": "/de/staedtenetzwerke/",
    "news": "/de/aktuelles/",
    "retrospective": "/de/rueckblick/",
    "partners": "/de/partner/",
    "about": "/de/ueber-uns/",
    "contact": "/de/kontakt/",
    "accessibility": "/de/barrierefreiheit/",
}
LOOKS = [(1280, "light"), (360, "dark")]


def address(open_page, german: str, code: str) -> str:
    """Return the address of a page in another language, as its language switch gives it."""
    if code == "de":
        return german
    page = open_page(german)
    return urlsplit(page.locator(f"link[hreflang={code}]").get_attribute("href")).path


def check(page) -> None:
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "overflow"
    assert page.locator("h1").count() == 1
    assert page.context.cookies() == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
@pytest.mark.parametrize("code", ["de", "en", "ar"])
@pytest.mark.parametrize("name", GERMAN)
def test_page(open_page, name, code, width, scheme) -> None:
    page = open_page(address(open_page, GERMAN[name], code), width, color_scheme=scheme)
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (code, "rtl" if code == "ar" else "ltr")
    check(page)


def test_nothing_is_asked_of_anybody_else(open_page, demo) -> None:
    page = open_page("/de/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert asked
    assert {url.split("/")[2] for url in asked} == {demo.url.split("/")[2]}


@pytest.mark.parametrize(
    ("code", "one", "many"),
    [
        ("de", "Bild:", "Bilder:"),
        ("en", "Image:", "Images:"),
        ("fr", "Image\u00a0:", "Images\u00a0:"),
        ("ar", "الصورة:", "الصور:"),
    ],
)
def test_every_picture_of_the_front_page_has_its_credit(open_page, code, one, many) -> None:
    """The hero and the teasers have their own line, the gallery one for all its pictures of the same maker."""
    lines = open_page(f"/{code}/").locator("main .credit").all_inner_texts()
    plain = [line.replace("\u2068", "").replace("\u2069", "").strip() for line in lines]
    assert len(plain) == 6, plain
    assert [line.startswith(one) for line in plain].count(True) == 5, plain
    assert [line.startswith(many) for line in plain].count(True) == 1, plain
    assert all(line.endswith("City Relations/Natural Earth") for line in plain), plain


def test_gallery_shows_nineteen_cities_with_alt_texts(open_page) -> None:
    for code in ("de", "en"):
        pictures = open_page(f"/{code}/").locator(".city-card img")
        assert pictures.count() == 19
        texts = [pictures.nth(number).get_attribute("alt") for number in range(19)]
        assert all(texts)
        assert len(set(texts)) == 19


def test_switch_leads_to_the_same_page(open_page) -> None:
    page = open_page("/de/staedtepartnerschaften/paris/")
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/**/paris/")
    assert page.locator("html").get_attribute("lang") == "en"
