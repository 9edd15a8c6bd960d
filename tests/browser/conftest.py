"""A real browser on the demo site, loaded once for the whole run."""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker
from wagtail.users.models import UserProfile

from cms.accounts.models import User
from tests.databases.loaded_demo import LoadedDemo

PASSWORD = "correct horse battery staple"

# Playwright runs an event loop in this thread, beside which Django would refuse to ask the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def demo(
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    loaded_demo: LoadedDemo,
) -> Iterator[LiveServer]:
    """Serve the demo from a database of its own.

    No transaction stays open around a test, as pytest-django's marker would keep it: the server has to write.
    """
    with django_db_blocker.unblock(), loaded_demo.in_use("browser"):
        admin = User.objects.create_superuser("admin", "admin@example.org", PASSWORD)
        UserProfile.objects.create(user=admin, preferred_language="en")
        server = LiveServer("localhost")
        yield server
        server.stop()


@pytest.fixture
def open_page(demo: LiveServer, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a path of the site at a width in pixels, in a browser that knows nothing."""
    contexts: list[BrowserContext] = []

    def open_at(path: str, width: int = 1280, **options: object) -> Page:
        context = browser.new_context(
            base_url=demo.url, viewport={"width": width, "height": 900}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_at
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def signed_in(demo: LiveServer, browser: Browser) -> dict[str, object]:
    """Return the browser state of an administrator who signed in once."""
    context = browser.new_context(base_url=demo.url)
    page = context.new_page()
    page.goto("/admin/login/")
    page.locator("[name=username]").fill("admin")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("button[type=submit]").click()
    page.wait_for_url("**/admin/")
    state = context.storage_state()
    context.close()
    return state
