"""A reader of each language: from one language to another, to a text that is not there, to a dead end and out of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from home.models import HomePage
from tests.factories.core import mirror, publish
from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW, WIDE = {"width": 360, "height": 900}, {"width": 1280, "height": 900}
Open = Callable[..., Page]


@dataclass(frozen=True)
class Reader:
    """What somebody reads, and what they expect to be told in their language."""

    code: str
    own_name: str
    about: str
    other: str
    about_in_other: str
    not_found: str
    word: str
    result: str
    direction: str = "ltr"


@dataclass(frozen=True)
class Untranslated:
    """A page that the reader's language does not have, and the language it is shown in instead."""

    path: str
    title: str
    shown: str
    own_name: str
    told: str


GERMAN = Reader("de", "Deutsch", "Über uns", "English", "About Us", "Seite nicht gefunden", "Windhuk", "Windhuk")
ENGLISH = Reader(
    "en", "English", "About Us", "Français", "Qui sommes-nous\u202f?", "Page not found", "Warsaw", "Warsaw"
)
FRENCH = Reader(
    "fr", "Français", "Qui sommes-nous\u202f?", "العربية", "من نحن", "Page introuvable", "Varsovie", "Varsovie"
)
ARABIC = Reader(
    "ar", "العربية", "من نحن", "English", "About Us", "الصفحة غير موجودة", "باريس", "باريس", direction="rtl"
)
EASY = Reader(
    "de-simple", "Leichte Sprache", "Über uns", "Deutsch", "Über uns", "Diese Seite gibt es nicht", "Kontakt", "Kontakt"
)
IN_FALLBACK = [
    (GERMAN, Untranslated("/de/only-in-english/", "Only in English", "en", "English", "noch nicht in Ihrer Sprache")),
    (
        ENGLISH,
        Untranslated("/en/nur-auf-deutsch/", "Nur auf Deutsch", "de", "Deutsch", "not available in your language yet"),
    ),
    (FRENCH, Untranslated("/fr/villes-partenaires/peking/", "Beijing", "en", "English", "pas encore disponible")),
    (ARABIC, Untranslated("/ar/المدن-الشريكة/peking/", "Beijing", "en", "English", "غير متاحة بلغتكم")),
]


@pytest.fixture
def untranslated(demo: LiveServer) -> Iterator[None]:
    """Publish a page in German and one in English that have no translation: every page of the demo has these two."""
    made = []
    for code, other, title in (("de", "en", "Nur auf Deutsch"), ("en", "de", "Only in English")):
        home = HomePage.objects.get(locale__language_code=code)
        made.append(publish(StandardPageFactory(parent=home, title=title, locale=home.locale)))
        mirror(made[-1], Locale.objects.get(language_code=other))
    yield
    for page in made:
        for one in WagtailPage.objects.filter(translation_key=page.translation_key).order_by("-pk"):
            one.specific.delete()


@pytest.mark.parametrize(("reader", "missing"), IN_FALLBACK, ids=lambda value: getattr(value, "code", ""))
def test_reader_of_a_language_that_is_translated(
    reader: Reader, missing: Untranslated, open_page: Open, untranslated: None
) -> None:
    page = open_page(f"/{reader.code}/")
    _switches_there_and_back(page, reader)
    _reads_what_is_not_translated(page, reader, missing)
    _meets_a_dead_end_and_searches(page, reader, f"/{reader.code}/nowhere/")


def test_reader_of_easy_german(open_page: Open) -> None:
    """Nothing is shown in another German there: a page that was not written does not exist."""
    page = open_page("/de-simple/")
    _switches_there_and_back(page, EASY)
    _meets_a_dead_end_and_searches(page, EASY, "/de-simple/staedtepartnerschaften/paris/")


def _switches_there_and_back(page: Page, reader: Reader) -> None:
    page.get_by_role("navigation").get_by_role("link", name=reader.about, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(reader.about)
    address = page.url
    _check(page, reader)
    _switch(page, reader.other).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(reader.about_in_other)
    assert page.locator("html").get_attribute("lang") != reader.code
    _check(page)
    _switch(page, reader.own_name).click()
    page.wait_for_url(address)


def _reads_what_is_not_translated(page: Page, reader: Reader, missing: Untranslated) -> None:
    assert page.goto(missing.path).status == 200
    notice = page.locator("aside[data-kind=fallback]")
    expect(notice).to_contain_text(missing.told)
    expect(notice.locator(f"[lang={missing.shown}]")).to_have_text(missing.own_name)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(missing.title)
    assert heading.evaluate("element => element.closest('[lang]').lang") == missing.shown
    assert heading.evaluate("element => getComputedStyle(element).direction") == "ltr"
    expect(_switch(page, reader.own_name)).to_have_count(0)
    _check(page, reader)
    _switch(page, missing.own_name).click()
    expect(page.locator("html")).to_have_attribute("lang", missing.shown)
    expect(page.get_by_role("heading", level=1)).to_have_text(missing.title)
    expect(notice).to_have_count(0)


def _meets_a_dead_end_and_searches(page: Page, reader: Reader, path: str) -> None:
    assert page.goto(path).status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text(reader.not_found)
    expect(page.get_by_role("main").get_by_role("link", name=reader.about, exact=True)).to_be_visible()
    _check(page, reader)
    page.get_by_role("searchbox").fill(reader.word)
    page.get_by_role("searchbox").press("Enter")
    result = page.get_by_role("main").get_by_role("listitem").get_by_role("link", name=reader.result, exact=True)
    expect(result).to_be_visible()
    _check(page, reader)
    result.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(reader.result)
    _check(page, reader)


def _switch(page: Page, own_name: str) -> Locator:
    return page.locator(".languages").first.get_by_role("link", name=own_name, exact=True)


def _check(page: Page, reader: Reader | None = None) -> None:
    """Assert that the page is accessible and fits a phone; and that its frame is in the reader's language."""
    if reader:
        html = page.locator("html")
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == (reader.code, reader.direction)
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url
    page.set_viewport_size(WIDE)
    assert page.context.cookies() == []
