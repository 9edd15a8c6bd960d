"""The example front end in every language: the content API is enough to show the whole site."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Page as WagtailPage

from cms.api.unions import PAGE_TYPES
from cms.translation.models import Basis
from home.models import HomePage
from tests.factories.cityrelations import ProjectIndexPageFactory, ProjectPageFactory
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory
from tests.factories.publishing import draft_link
from tests.node import FRONT_END

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NARROW, WIDE = 360, 1280


@dataclass(frozen=True)
class Reader:
    """What somebody reads, and what they look for in their language. `place` is what they open first."""

    code: str
    own_name: str
    place: str
    other: str
    news: str
    search: str
    word: str
    result: str
    not_found: str
    direction: str = "ltr"


READERS = [
    Reader("de", "Deutsch", "Paris", "English", "Aktuelles", "Suche", "Windhuk", "Windhuk", "Seite nicht gefunden"),
    Reader("en", "English", "Paris", "Français", "News", "Search", "Warsaw", "Warsaw", "Page not found"),
    Reader("fr", "Français", "Paris", "العربية", "Actualités", "Recherche", "Varsovie", "Varsovie", "Page introuvable"),
    Reader("ar", "العربية", "باريس", "English", "المستجدات", "بحث", "باريس", "باريس", "الصفحة غير موجودة", "rtl"),
    Reader(
        "de-simple", "Leichte Sprache", "Partner-Städte", "Deutsch", "Neues", "Suche", "Kontakt", "Kontakt",
        "Diese Seite gibt es nicht",
    ),
]  # fmt: skip


@dataclass
class Visit:
    """A browser window at the front end, with all it asked for and complained about."""

    page: Page
    front_end: str
    api: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._note)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request: Request) -> None:
        self.asked.append(request.url)

    def _hear(self, message: ConsoleMessage) -> None:
        # A browser reports the answer 404 by itself, whatever the script makes of it.
        if message.type in ("error", "warning") and "404" not in message.text:
            self.complaints.append(message.text)

    def leave(self) -> None:
        """Assert that nothing went wrong, and nothing was asked of the site but its API and its pictures."""
        ours = (f"{self.front_end}/", f"{self.api}/api/v1/", f"{self.api}/media/", "data:,")
        assert [url for url in self.asked if not url.startswith(ours)] == []
        assert [url for url in self.asked if url.startswith(f"{self.api}/api/v1/")]
        assert self.complaints == []
        assert self.page.context.cookies() == []


@pytest.fixture(scope="session")
def front_end(demo: LiveServer) -> Iterator[str]:
    """Serve the example front end from an origin of its own, as its `serve.py` does, and return that."""
    spec = spec_from_file_location("serve", FRONT_END / "serve.py")
    serve = module_from_spec(spec)
    spec.loader.exec_module(serve)
    server = serve.server(demo.url)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(demo: LiveServer, front_end: str, browser: Browser, settings: Settings) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens a path of the front end; afterwards each visit is judged."""
    settings.SITE_URL = demo.url
    visits: list[Visit] = []

    def open_at(path: str) -> Visit:
        context = browser.new_context(
            base_url=front_end, viewport={"width": WIDE, "height": 900}, reduced_motion="reduce"
        )
        visits.append(Visit(context.new_page(), front_end, demo.url))
        visits[-1].page.goto(path)
        return visits[-1]

    yield open_at
    for one in visits:
        one.page.context.close()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.code)
def test_journey(reader: Reader, visit: Callable[..., Visit]) -> None:
    made = visit(f"/{reader.code}/")
    page = made.page
    expect(_heading(page)).not_to_be_empty()
    _check(page, reader)
    _opens(
        page,
        reader,
        page.locator("#main, .sections").get_by_role("link", name=reader.place, exact=True).first,
        reader.place,
    )
    _switches_there_and_back(page, reader)
    _opens(page, reader, _navigation(page).get_by_role("link", name=reader.news, exact=True), reader.news)
    _reads_an_entry_and_goes_back(page, reader)
    _searches(page, reader)
    _meets_a_dead_end(page, reader)
    made.leave()


def _opens(page: Page, reader: Reader, link: Locator, title: str) -> None:
    """Follow a link: no new document is loaded, and the focus stands where the new page begins."""
    page.evaluate("window.isSame = true")
    link.click()
    expect(_heading(page)).to_have_text(title)
    expect(_heading(page)).to_be_focused()
    assert page.evaluate("window.isSame")
    assert page.title().startswith(title) or reader.code not in ("de", "en")
    _check(page, reader)


def _switches_there_and_back(page: Page, reader: Reader) -> None:
    address = page.url
    _languages(page).get_by_role("link", name=reader.other, exact=True).click()
    expect(_languages(page).locator("[aria-current]")).to_have_text(reader.other)
    assert page.locator("html").get_attribute("lang") != reader.code
    _check(page)
    own = _languages(page).get_by_role("link", name=reader.own_name, exact=True)
    assert own.get_attribute("hreflang") == reader.code
    own.click()
    expect(_languages(page).locator("[aria-current]")).to_have_text(reader.own_name)
    assert page.url == address


def _reads_an_entry_and_goes_back(page: Page, reader: Reader) -> None:
    entry = page.locator(".entry h3 a").first
    if reader.code == "de-simple":  # nothing was written in Easy German, and nothing else is shown there
        expect(entry).to_have_count(0)
        return
    title = entry.inner_text()
    entry.click()
    expect(_heading(page)).to_have_text(title)
    _check(page, reader)
    page.go_back()
    expect(_heading(page)).to_have_text(reader.news)


def _searches(page: Page, reader: Reader) -> None:
    page.get_by_role("banner").get_by_role("link", name=reader.search, exact=True).click()
    expect(_heading(page)).to_have_text(reader.search)
    page.get_by_role("searchbox").fill(reader.word)
    page.get_by_role("searchbox").press("Enter")
    result = page.get_by_role("main").get_by_role("link", name=reader.result, exact=True)
    expect(result).to_be_visible()
    _check(page, reader)
    result.click()
    expect(_heading(page)).to_have_text(reader.result)


def _meets_a_dead_end(page: Page, reader: Reader) -> None:
    page.goto(f"/{reader.code}/nowhere/")
    expect(_heading(page)).to_have_text(reader.not_found)
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    _check(page, reader)


@pytest.fixture
def projects(demo: LiveServer) -> Iterator[None]:
    """Publish a list of projects with one project, of which the demo has none."""
    home = HomePage.objects.get(locale__language_code="de")
    index = publish(ProjectIndexPageFactory(parent=home, title="Projekte", locale=home.locale))
    publish(ProjectPageFactory(parent=index, title="Schulen im Austausch", locale=home.locale))
    yield
    WagtailPage.objects.get(pk=index.pk).delete()


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_every_page_type_is_shown(name: str, visit: Callable[..., Visit], projects: None) -> None:
    row = WagtailPage.objects.live().type(PAGE_TYPES[name]).filter(locale__language_code="de").order_by("path").last()
    made = visit(row.url)
    expect(_heading(made.page)).to_have_text(row.title)
    _check(made.page, width=NARROW)
    made.leave()


@pytest.fixture
def basis(demo: LiveServer) -> Iterator[Basis]:
    """Return what the English page about the office was made from; afterwards it is as it was."""
    found = Basis.objects.get(edition__page__slug="about-us", edition__page__locale__language_code="en")
    yield found
    Basis.objects.filter(pk=found.pk).update(words_changed=found.words_changed, urgent_since=None)


def test_words_that_are_not_current_say_so(visit: Callable[..., Visit], basis: Basis) -> None:
    Basis.objects.filter(pk=basis.pk).update(words_changed=12)
    made = visit("/en/about-us/")
    notice = made.page.locator("aside[data-state=outdated]")
    expect(notice).to_contain_text("This page has changed since this text was written.")
    expect(notice.get_by_role("link", name="Deutsch")).to_have_attribute("href", "/de/ueber-uns/")
    expect(made.page.locator(".body")).to_be_visible()
    _check(made.page)
    made.leave()


def test_words_that_are_not_to_be_shown_are_not(visit: Callable[..., Visit], basis: Basis) -> None:
    Basis.objects.filter(pk=basis.pk).update(words_changed=12, urgent_since=timezone.now())
    made = visit("/en/about-us/")
    expect(made.page.locator("aside[data-state=withheld]")).to_contain_text("not shown until it is updated")
    expect(_heading(made.page)).to_have_text("About Us")
    expect(made.page.locator(".body")).to_have_count(0)
    _check(made.page)
    made.leave()


@pytest.fixture
def token(demo: LiveServer) -> Iterator[str]:
    """Return the token of a link to a page that is not published."""
    home = HomePage.objects.get(locale__language_code="de")
    page = StandardPageFactory(parent=home, title="Noch geheim", locale=home.locale, live=False)
    page.save_revision()
    yield draft_link(page, label="Agentur")[1]
    WagtailPage.objects.get(pk=page.pk).delete()


def test_a_draft_is_shown_to_whoever_has_its_token(visit: Callable[..., Visit], token: str) -> None:
    made = visit(f"/preview?token={token}")
    expect(_heading(made.page)).to_have_text("Noch geheim")
    expect(made.page.locator("aside[data-state=draft]")).to_contain_text("Agentur")
    assert made.page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    _check(made.page)
    made.leave()


def test_a_token_that_opens_nothing_is_said_to_do_so(visit: Callable[..., Visit]) -> None:
    made = visit("/preview?token=forged")
    expect(made.page.get_by_role("main")).to_contain_text("This token is forged")
    _check(made.page)


def test_words_of_another_language_are_marked(visit: Callable[..., Visit]) -> None:
    made = visit("/fr/villes-partenaires/peking/")
    notice = made.page.locator("aside[data-state=fallback]")
    expect(notice).to_contain_text("pas encore disponible")
    expect(notice.locator("[lang=en]")).to_have_text("English")
    assert _heading(made.page).evaluate("element => element.closest('[lang]').lang") == "en"
    expect(_languages(made.page).get_by_role("link", name="Français")).to_have_count(0)
    assert made.page.locator("link[rel=alternate]").count() == 0
    _check(made.page)
    made.leave()


def test_a_page_tells_search_engines_of_its_other_languages(visit: Callable[..., Visit], demo: LiveServer) -> None:
    made = visit("/en/city-partnerships/paris/")
    expect(made.page.locator("link[rel=canonical]")).to_have_attribute(
        "href", f"{demo.url}/en/city-partnerships/paris/"
    )
    codes = [one.get_attribute("hreflang") for one in made.page.locator("link[rel=alternate]").all()]
    assert codes == ["de", "en", "fr", "ar", "x-default"]
    made.leave()


@pytest.mark.parametrize(("path", "target"), [("/", "/de/"), ("/en/city-partnerships", "/en/city-partnerships/")])
def test_redirects_are_followed(path: str, target: str, visit: Callable[..., Visit], front_end: str) -> None:
    made = visit(path)
    expect(_heading(made.page)).not_to_be_empty()
    assert made.page.url == front_end + target
    made.leave()


def test_pictures_come_with_their_credit(visit: Callable[..., Visit]) -> None:
    made = visit("/en/")
    expect(_heading(made.page)).not_to_be_empty()
    hero = made.page.locator(".hero img")
    expect(hero).to_be_visible()
    assert hero.evaluate("async image => { await image.decode(); return image.naturalWidth; }") > 0
    assert made.page.locator(".city").count() == 19
    for card in made.page.locator(".city:has(img), figure:has(img)").all():
        expect(card.locator(".credit bdi").first).to_be_visible()
    made.leave()


def test_the_skip_link_leads_to_the_content(visit: Callable[..., Visit]) -> None:
    made = visit("/en/")
    expect(_heading(made.page)).not_to_be_empty()
    made.page.keyboard.press("Tab")
    expect(made.page.get_by_role("link", name="Skip to content")).to_be_focused()
    made.page.keyboard.press("Enter")
    expect(made.page.locator("#main")).to_be_focused()
    made.leave()


def test_a_site_that_does_not_answer_is_said_to_be_so(visit: Callable[..., Visit]) -> None:
    made = visit("/en/")
    expect(_heading(made.page)).not_to_be_empty()
    made.page.route("**/api/v1/**", lambda route: route.abort())
    _navigation(made.page).get_by_role("link", name="News", exact=True).click()
    expect(_heading(made.page)).to_have_text("This did not work")
    expect(_heading(made.page)).to_be_focused()


def _heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def _navigation(page: Page) -> Locator:
    return page.locator(".sections")


def _languages(page: Page) -> Locator:
    return page.locator(".languages")


def _check(page: Page, reader: Reader | None = None, width: int = WIDE) -> None:
    """Assert that the page is accessible and fits a phone, and that its frame is in the reader's language."""
    expect(page.locator("#main[aria-busy]")).to_have_count(0)
    if reader:
        html = page.locator("html")
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == (reader.code, reader.direction)
    assert _heading(page).count() == 1
    page.set_viewport_size({"width": NARROW, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url
    page.set_viewport_size({"width": width, "height": 900})
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": WIDE, "height": 900})
