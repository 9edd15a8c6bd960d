"""The documentation of the content API comes from our own host, and answers when it is tried out."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from cms.api.api import api

pytestmark = pytest.mark.browser


def test_documentation_asks_no_other_host(demo: LiveServer, open_page: Callable[..., Page]) -> None:
    page = open_page("/robots.txt")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/v1/docs")
    expect(page.get_by_role("heading", name="Content API")).to_be_visible()
    expect(page.get_by_text("Return the page at a path with its frame").first).to_be_visible()
    assert [url for url in asked if not url.startswith((f"{demo.url}/", "data:"))] == []
    assert f"{demo.url}/api/v1/openapi.json" in asked
    scripts = page.locator("script:not([src]):not([type='application/json'])")
    assert scripts.count() == 0
    assert page.context.cookies() == []


def test_an_operation_can_be_tried_out(
    demo: LiveServer, open_page: Callable[..., Page], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SITE_URL = demo.url
    monkeypatch.delitem(api.__dict__, "_document", raising=False)  # it was made for another address
    page = open_page("/api/v1/docs#/Languages/listLocales")
    operation = page.locator("#operations-Languages-listLocales")
    operation.get_by_role("button", name="Try it out").click()
    operation.get_by_role("button", name="Execute").click()
    expect(operation.locator(".live-responses-table .response .response-col_status")).to_contain_text("200")
