"""Easy German in a real browser: its pages as readers get them, and what helps to write them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = ["/de-simple/", "/de-simple/ueber-uns/", "/de-simple/kontakt/", "/de-simple/neues/"]
LEAST_PIXELS = 1.2 * 16
Open = Callable[..., Page]

SMALL = """least => [...document.querySelectorAll('body *')].filter(element =>
  element.getClientRects().length && parseFloat(getComputedStyle(element).fontSize) < least
  && [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .map(element => element.className)"""
DARK = """() => [...document.querySelectorAll('body, body :is(header, main, footer, aside, nav, div, section)')]
  .map(element => getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number))
  .filter(([red, green, blue, alpha = 1]) => alpha && red + green + blue < 600).length"""
STYLES = """() => [...document.querySelectorAll('main :is(p, li, h1, h2, h3, dd)')]
  .map(element => getComputedStyle(element))
  .map(style => [style.hyphens, style.textAlign, style.textTransform].join(' '))"""


@pytest.fixture
def edit(open_page: Open, signed_in: dict[str, object]) -> Callable[..., Page]:
    """Return a function that opens the editor of the page “Barriere-Freiheit” with one of its panels."""

    def open_panel(panel: str, width: int = 1280) -> Page:
        page = open_page("/admin/pages/", width, storage_state=signed_in)
        found = page.request.get("/admin/translation/written/report/").text()
        [address] = re.findall(r'href="(/admin/pages/\d+/edit/)"[^>]*>Barriere-Freiheit<', found)
        page.goto(address)
        toggle = page.locator(f'[data-side-panel-toggle="{panel}"]').first
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        page.locator(f'[data-side-panel="{panel}"]').wait_for()
        return page

    return open_panel


def test_who_begins_to_write_finds_the_list_open(edit: Callable[..., Page]) -> None:
    page = edit("written_source")
    page.locator('[data-side-panel-toggle="written_source"]').first.click()
    expect(page.locator('[data-side-panel="written_source"]')).to_be_hidden()
    page.goto(f"{page.url.partition('#')[0]}#written_source")
    page.reload()
    expect(page.locator('[data-side-panel="written_source"]')).to_be_visible()


def check(page: Page, context: str | None = None) -> None:
    found = Axe().run(page, context=context, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_the_rules_of_its_template(open_page: Open, path: str, width: int) -> None:
    page = open_page(path, width, color_scheme="dark")
    check(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "overflow"
    assert page.evaluate(SMALL, LEAST_PIXELS) == []
    assert page.evaluate(DARK) == 0
    assert set(page.evaluate(STYLES)) <= {"none start none", "manual start none"}


def test_the_list_of_parts_leads_to_them(open_page: Open) -> None:
    page = open_page("/de-simple/ueber-uns/")
    page.locator(".contents a").nth(1).click()
    heading = page.locator(".block-heading__text").nth(1)
    expect(heading).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("panel", ["written_source", "written_advice", "written_tests"])
def test_what_stands_beside_the_editor_is_accessible(edit: Callable[..., Page], panel: str, width: int) -> None:
    page = edit(panel, width)
    check(page, f'[data-side-panel="{panel}"] .written-panel')
    box = page.locator(f'[data-side-panel="{panel}"] .written-panel').bounding_box()
    assert box
    assert box["width"] <= width


def test_a_tick_is_kept_at_once(edit: Callable[..., Page]) -> None:
    page = edit("written_source")
    summary = page.locator("[data-written-summary]")
    before = int(re.match(r"\d+", summary.inner_text())[0])
    entry = page.locator(".written-entry[data-state=open]").first
    with page.expect_response(lambda response: "checklist" in response.url):
        entry.get_by_label("Covered").check(force=True)
    expect(summary).to_contain_text(re.compile(rf"^{before - 1} of"))
    page.reload()
    expect(page.locator("[data-written-summary]")).to_contain_text(re.compile(rf"^{before - 1} of"))


@pytest.mark.parametrize("width", [1280, 360])
def test_advice_leads_to_its_text(edit: Callable[..., Page], width: int) -> None:
    page = edit("written_advice", width)
    words = page.locator("[data-side-panel=written_advice] q").first.inner_text()
    page.locator("[data-written-jump]").first.click()
    field: Any = page.locator("[contenteditable=true]:focus")
    expect(field).to_contain_text(words)
    expect(field).to_be_in_viewport()
