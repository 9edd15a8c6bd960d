"""Somebody shares a draft, others read it, and an editor previews a page in the example front end."""

import threading
from collections.abc import Callable, Iterator
from runpy import run_path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from home.models import HomePage
from tests.browser.editor import Editor
from tests.factories.core import translate
from tests.factories.home import StandardPageFactory
from tests.factories.publishing import draft_link
from tests.node import FRONT_END

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WIDTHS = (360, 1280)
KNOWS_FORM = """() => {
  const form = document.querySelector("[data-edit-form]");
  return wagtail.app.getControllerForElementAndIdentifier(form, "w-unsaved")?.initialFormData !== undefined;
}"""
"""Wagtail remembers the form two seconds after it was opened, and compares what is written with that."""


@pytest.fixture
def draft(demo: LiveServer) -> Iterator[WagtailPage]:
    """Return a German page that was never published."""
    home = HomePage.objects.get(locale__language_code="de")
    page = StandardPageFactory(parent=home, title="Besuch aus Paris", locale=home.locale, intro="Im Mai.")
    page.save_revision()
    yield page
    for one in WagtailPage.objects.filter(translation_key=page.translation_key):
        one.specific.delete()


@pytest.fixture
def desk(
    demo: LiveServer, browser: Browser, signed_in: dict[str, object], settings: Settings
) -> Iterator[BrowserContext]:
    """Return the browser of an administrator."""
    settings.WAGTAILADMIN_BASE_URL = demo.url
    context = browser.new_context(
        base_url=demo.url,
        storage_state=signed_in,
        locale="en-GB",
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
    )
    yield context
    context.close()


@pytest.fixture
def front_end(demo: LiveServer, settings: Settings) -> Iterator[str]:
    """Serve the example front end from an origin of its own, and let the site know it."""
    server = run_path(str(FRONT_END / "serve.py"))["server"](demo.url)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    settings.FRONT_END_URL = f"http://localhost:{server.server_address[1]}"
    yield settings.FRONT_END_URL
    server.shutdown()
    thread.join()
    server.server_close()


def check(page: Page, context: str | None = None) -> None:
    """Assert that the page, or the part of it that we made, is accessible and fits at both widths."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, context=context, options=RULES).response["violations"]
        assert [(rule["id"], node["html"]) for rule in found for node in rule["nodes"]] == [], width
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width


def test_link_is_made_at_the_page_read_by_others_and_revoked(
    desk: BrowserContext, draft: WagtailPage, open_page: Callable[..., Page]
) -> None:
    page = desk.new_page()
    Editor(page).open(draft)
    page.get_by_role("button", name="Actions", exact=True).click()
    page.get_by_role("link", name="Share draft…").click()
    expect(page.get_by_text("There are no links to drafts yet.")).to_be_visible()
    check(page, "main")
    page.get_by_role("link", name="New draft link").click()
    expect(page.get_by_role("textbox", name="For whom")).to_be_visible()
    check(page, "main")
    page.get_by_role("textbox", name="For whom").fill("Press office")
    page.get_by_role("button", name="Make the link").click()
    address = page.get_by_label("Address for Press office").input_value()
    check(page, "main")

    reader = open_page(address)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Besuch aus Paris")
    expect(reader.locator(".draft-banner")).to_contain_text("Press office")
    check(reader)
    assert reader.context.cookies() == []

    page.get_by_role("link", name="To the links of this page").click()
    expect(page.get_by_role("row").filter(has_text="Press office")).to_contain_text("Once, on")
    check(page, "main")
    page.goto("/admin/draft-links/")
    row = page.get_by_role("row").filter(has_text="Besuch aus Paris")
    check(page, "main")
    row.get_by_role("link", name="Renew").click()
    expect(page.get_by_role("textbox", name="Valid until")).to_be_visible()
    check(page, "main")
    page.get_by_role("button", name="Renew").click()
    expect(page.get_by_text("works again or longer")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Press office")
    row.get_by_role("button", name="Revoke").click()
    expect(row).to_contain_text("Revoked")
    reader.reload()
    expect(reader.get_by_role("heading", level=1)).not_to_have_text("Besuch aus Paris")
    check(reader)


def test_arabic_draft_runs_from_right_to_left_banner_included(
    draft: WagtailPage, open_page: Callable[..., Page]
) -> None:
    arabic = translate(draft, Locale.objects.get(language_code="ar"), title="زيارة من باريس")
    page = open_page(f"/draft/{draft_link(arabic)[1]}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("زيارة من باريس")
    expect(page.locator(".draft-banner")).to_have_css("direction", "rtl")
    check(page)


def test_form_is_previewed_in_the_front_end_as_it_is_written(
    desk: BrowserContext, draft: WagtailPage, front_end: str, settings: Settings
) -> None:
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    page = desk.new_page()
    editor = Editor(page)
    editor.open(draft)
    heading = editor.preview().get_by_role("heading", level=1)
    # Wagtail loads each version in a frame of its own, which then takes the place of the one before.
    expect(heading).to_have_class("page-header__title")
    expect(page.locator("iframe[title=Preview]")).to_have_count(1)
    page.get_by_label("Preview mode").select_option("Front end")
    expect(page.locator("#w-preview-iframe[src*='mode=front-end']")).to_have_count(1)
    expect(heading).to_have_text("Besuch aus Paris")
    page.wait_for_function(KNOWS_FORM)
    page.get_by_role("textbox", name="Title*", exact=True).fill("Besuch aus Lyon")
    expect(heading).to_have_text("Besuch aus Lyon")
    assert [frame.url for frame in page.frames if frame.url.startswith(f"{front_end}/preview?token=")]
    assert WagtailPage.objects.get(pk=draft.pk).title == "Besuch aus Paris"
