"""From a published German page to a French one that ages: four people in a real browser, each in their own."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.accounts.models import User
from cms.translation.models import LocaleRole, MemoryEntry, Term
from cms.translation.models.memory import text_hash
from home.models import HomePage
from tests.browser.editor import Editor
from tests.factories.accounts import UserFactory
from tests.factories.core import publish, reloaded
from tests.factories.home import StandardPageFactory

pytestmark = pytest.mark.browser

TITLE = "Eine Brücke für alle"
KNOWN = "Die Brücke verbindet zwei Ufer und zwei Städte."
KNOWN_FRENCH = "Le pont relie deux rives et deux villes."
SENTENCE = "Sie ist ein Werk der Städtepartnerschaft."
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
BODY_ID = "66666666-6666-4666-8666-666666666666"


@pytest.fixture
def german(demo: LiveServer) -> Iterator[WagtailPage]:
    """Publish a German page with one sentence that the memory knows and one with a term."""
    home = HomePage.objects.get(locale__language_code="de")
    body = [{"type": "rich_text", "value": f"<p>{KNOWN}</p><p>{SENTENCE}</p>", "id": BODY_ID}]
    page = publish(StandardPageFactory(parent=home, title=TITLE, slug="eine-bruecke", body=body))
    yield page
    for one in WagtailPage.objects.filter(translation_key=page.translation_key).order_by("pk"):
        one.specific.delete()


@pytest.fixture
def knowledge(demo: LiveServer) -> Iterator[None]:
    """Let memory and list of terms know something."""
    german, french = Locale.objects.get(language_code="de"), Locale.objects.get(language_code="fr")
    now = timezone.now()
    entry = MemoryEntry.objects.create(
        source_locale=german, target_locale=french, created_at=now, changed_at=now,
        source_text=KNOWN, source_hash=text_hash(KNOWN), target_text=KNOWN_FRENCH, target_hash=text_hash(KNOWN_FRENCH),
    )  # fmt: skip
    term = Term.objects.create(
        source_locale=german, target_locale=french, term="Städtepartnerschaft", preferred="jumelage",
        forbidden="partenariat urbain",
    )  # fmt: skip
    yield
    entry.delete()
    term.delete()


@pytest.fixture
def person(demo: LiveServer, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that signs somebody with roles in French in, and returns their browser's page."""
    made: list[User] = []
    contexts = []

    def sign_in(name: str, *roles: str) -> Page:
        user = UserFactory(username=name)
        made.append(user)
        for role in roles:
            locale = None if role == LocaleRole.Role.COORDINATOR else Locale.objects.get(language_code="fr")
            user.groups.add(LocaleRole.objects.get(role=role, locale=locale).group)
        client = Client()
        client.force_login(user)
        cookie = client.cookies["sessionid"].value
        context = browser.new_context(base_url=demo.url, viewport={"width": 1280, "height": 900})
        context.set_default_timeout(90_000)  # milliseconds; four people at once are slow on a busy machine
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": demo.url}])
        contexts.append(context)
        return context.new_page()

    yield sign_in
    for context in contexts:
        context.close()
    for user in made:
        user.delete()


def field(page: Page, label: str):
    return page.get_by_role("textbox", name=f"{label} in Français")


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def told(page: Page, sentence: str) -> None:
    expect(page.get_by_role("status").first.get_by_text(sentence)).to_be_visible()


def check(page: Page) -> None:
    """Run axe on the content. Wagtail's messages stay out: they are faint while they fade in."""
    found = Axe().run(page, context={"include": [["main"]], "exclude": [[".messages"]]}, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def cell_of(page: Page, title: str) -> str:
    page.goto(f"/admin/translation/coverage/?language=fr&q={title}")
    return page.get_by_role("row").filter(has_text=title).get_by_role("cell").last.inner_text()


def test_a_page_is_translated_reviewed_published_and_ages(
    german: WagtailPage,
    knowledge: None,
    person: Callable[..., Page],
    demo: LiveServer,
    browser: Browser,
    signed_in: dict,
) -> None:
    # The coordinator hands the page out.
    coordinator = person("coordinator", "coordinator")
    coordinator.goto(f"/admin/translation/assign/?id={german.pk}")
    translator = person("translator", "translator")
    reviewer = person("reviewer", "reviewer")
    coordinator.reload()
    check(coordinator)
    coordinator.get_by_label("Translator for Français").select_option(label="translator")
    coordinator.get_by_role("button", name="Assign", exact=True).click()
    expect(coordinator.get_by_text("1 translation was assigned")).to_be_visible()

    # The translator finds it on the home of the admin, without being told where.
    translator.goto("/admin/")
    check(translator)
    translator.get_by_role("link", name="Translate").or_(translator.get_by_role("link", name=TITLE)).first.click()
    expect(field(translator, "Title")).to_be_visible()
    check(translator)
    field(translator, "Title").fill("Un pont pour tous")
    rows = translator.locator(".text-row")
    known = rows.filter(has_text=KNOWN)
    expect(known.get_by_text(KNOWN_FRENCH)).to_be_visible()
    known.get_by_role("button", name="Use this").first.click()
    expect(known.get_by_role("textbox")).to_have_value(KNOWN_FRENCH)
    other = rows.filter(has_text=SENTENCE)
    expect(other.get_by_text("jumelage").first).to_be_visible()
    other.get_by_role("textbox").fill("C’est une œuvre du partenariat urbain.")
    save(translator)
    told(translator, "3 texts were saved.")
    expect(other.get_by_text("“partenariat urbain” should not stand for “Städtepartnerschaft”.")).to_be_visible()
    check(translator)
    other.get_by_role("textbox").fill("C’est une œuvre du jumelage.")
    translator.get_by_role("button", name="Send to review").click()
    told(translator, "The translation was sent to review.")

    # The reviewer returns it with a comment, then approves.
    reviewer.goto("/admin/translation/waiting/")
    check(reviewer)
    reviewer.goto(f"/admin/pages/{french_of(german).pk}/edit/")
    reviewer.get_by_role("textbox", name="Comment").fill("Please say “pour toutes et tous”.")
    reviewer.get_by_role("button", name="Return to translator").click()
    told(reviewer, "The translation was returned.")
    translator.goto(f"/admin/pages/{french_of(german).pk}/edit/")
    expect(translator.get_by_text("Please say “pour toutes et tous”.").first).to_be_visible()
    field(translator, "Title").fill("Un pont pour toutes et tous")
    translator.get_by_role("button", name="Send to review").click()
    told(translator, "The translation was sent to review.")
    reviewer.reload()
    reviewer.get_by_role("button", name="Approve wording").click()
    told(reviewer, "The wording is approved.")
    expect(reviewer.get_by_role("button", name="Publish")).to_have_count(0)

    # The publisher publishes.
    publisher = person("publisher", "publisher")
    publisher.goto(f"/admin/pages/{french_of(german).pk}/edit/")
    publisher.get_by_role("button", name="Publish", exact=True).click()
    told(publisher, "is published.")
    reader = browser.new_page(base_url=demo.url)
    reader.goto(reloaded(french_of(german)).url)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Un pont pour toutes et tous")
    assert reader.locator(".notice[data-kind=outdated]").count() == 0
    assert "Current" in cell_of(coordinator, TITLE)

    # German changes by five words; French stays, and everybody is told.
    administrator = browser.new_context(base_url=demo.url, storage_state=signed_in).new_page()
    editor = Editor(administrator)
    change_introduction(editor, german, "Fünf neue Wörter stehen hier.")
    assert "5 words changed" in cell_of(coordinator, TITLE)
    reader.reload()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Un pont pour toutes et tous")
    expect(reader.locator(".notice[data-kind=outdated]")).to_be_visible()
    assert Axe().run(reader, options=RULES).violations_count == 0
    translator.reload()
    expect(translator.locator(".text-row[data-state=missing], .text-row[data-state=changed]")).to_have_count(1)

    # A minor change ages nothing.
    change_introduction(editor, german, "Fünf neue Wörter stehen da.", "minor")
    assert "5 words changed" in cell_of(coordinator, TITLE)
    reader.close()
    administrator.context.close()


def french_of(page: WagtailPage) -> WagtailPage:
    return WagtailPage.objects.get(translation_key=page.translation_key, locale__language_code="fr")


def change_introduction(editor: Editor, page: WagtailPage, text: str, importance: str = "") -> None:
    editor.open(page)
    editor.page.get_by_role("textbox", name="Introduction").fill(text)
    if importance:
        editor.page.get_by_label("What the change means to other languages").select_option(importance)
    editor.publish()
