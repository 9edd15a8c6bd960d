"""An editor creates, previews, schedules and publishes every type of page in a real browser."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from wagtail.models import Page as WagtailPage

from cms.publishing.scheduler import publish_due
from home.models import HomePage

pytestmark = pytest.mark.browser

BELOW_HOME = [
    "cityrelations.PartnerCityIndexPage",
    "cityrelations.NetworkIndexPage",
    "cityrelations.TopicIndexPage",
    "cityrelations.ProjectIndexPage",
    "cityrelations.PartnersPage",
    "home.StandardPage",
    "home.ContactPage",
]
BELOW_INDEX = {
    "cityrelations.PartnerCityPage": "PartnerCityIndexPage",
    "cityrelations.NetworkPage": "NetworkIndexPage",
    "cityrelations.TopicPage": "TopicIndexPage",
    "cityrelations.ProjectPage": "ProjectIndexPage",
    "cityrelations.EventPage": "EventIndexPage",
    "cityrelations.NewsPage": "EventIndexPage",
}
FACTS: dict[str, Callable[[Page], object]] = {
    "cityrelations.PartnerCityPage": lambda page: page.locator("#id_country").select_option("FR"),
    "cityrelations.EventPage": lambda page: page.locator("#id_start_date").fill("2031-05-04"),
}


@pytest.fixture
def admin_page(open_page, signed_in) -> Callable[[str], Page]:
    """Return a function that opens a path as a signed-in administrator."""
    return lambda path: open_page(path, storage_state=signed_in, locale="en-GB")


def parent_of(label: str) -> WagtailPage:
    """Return the German page that pages of a type are created below, made where the demo has none."""
    home = HomePage.objects.get(locale__language_code="de")
    if label in BELOW_HOME:
        return home
    index = BELOW_INDEX[label]
    found = [page for page in home.get_children().live().specific() if type(page).__name__ == index]
    if found:
        return found[0]
    from cityrelations import models

    made = home.add_child(instance=getattr(models, index)(title=index))
    made.save_revision().publish()
    return made


def press(page: Page, action: str) -> None:
    """Press one of the buttons at the foot of the form, which a menu may hide, and wait for the answer."""
    with page.expect_navigation():
        page.locator(f"button[name=action-{action}]").first.evaluate("button => button.click()")


def create(page: Page, label: str, title: str) -> None:
    """Fill in what the type cannot do without, and save a draft."""
    page.wait_for_load_state("networkidle")
    page.locator("#id_title").fill(title)
    page.locator("#id_title").blur()
    expect(page.locator("#id_slug")).not_to_have_value("")
    if label in FACTS:
        page.get_by_role("tab", name="Facts").click()
        FACTS[label](page)
    with page.expect_navigation(url="**/edit/**"):
        page.locator("footer button.action-save").first.evaluate("button => button.click()")


@pytest.mark.parametrize("label", [*BELOW_HOME, *BELOW_INDEX])
def test_draft_preview_and_publication(admin_page, open_page, label) -> None:
    title = f"Journey of {label.split('.')[1]}"
    app, model = label.lower().split(".")
    page = admin_page(f"/admin/pages/add/{app}/{model}/{parent_of(label).pk}/")
    create(page, label, title)
    made = WagtailPage.objects.get(title=title)
    assert not made.live
    assert open_page(made.url).locator("h1").inner_text() != title

    page.goto(f"/admin/pages/{made.pk}/view_draft/")
    expect(page.locator("h1")).to_have_text(title)

    page.goto(f"/admin/pages/{made.pk}/edit/")
    press(page, "publish")
    made.refresh_from_db()
    assert made.live
    expect(open_page(made.url).locator("h1")).to_have_text(title)


def test_front_page_is_edited_and_published(admin_page, open_page) -> None:
    home = HomePage.objects.get(locale__language_code="de")
    page = admin_page(f"/admin/pages/{home.pk}/edit/")
    page.locator("#id_claim").fill("Neu gesagt")
    press(page, "publish")
    assert "Neu gesagt" in open_page("/de/").locator("main").inner_text()


def test_live_preview_shows_what_is_being_written(admin_page) -> None:
    page = admin_page(f"/admin/pages/add/home/standardpage/{parent_of('home.StandardPage').pk}/")
    page.locator("#id_title").fill("While it is written")
    page.get_by_role("button", name="Toggle preview").click()
    frame = page.frame_locator("iframe[title=Preview], #w-preview-iframe")
    expect(frame.locator("h1")).to_have_text("While it is written", timeout=20_000)


def test_scheduled_page_goes_live_at_its_moment(admin_page, open_page) -> None:
    page = admin_page(f"/admin/pages/add/home/standardpage/{parent_of('home.StandardPage').pk}/")
    create(page, "home.StandardPage", "Later than now")
    made = WagtailPage.objects.get(title="Later than now")
    moment = timezone.localtime() + timedelta(days=1)

    page.get_by_role("button", name="Toggle status").click()
    page.get_by_role("button", name="Set schedule").click()
    page.locator("#id_go_live_at").fill(moment.strftime("%Y-%m-%d %H:%M"))
    page.locator("#schedule-publishing-dialog button[type=submit]").first.evaluate("button => button.click()")
    expect(page.get_by_text("Go-live", exact=False).first).to_be_visible()
    page.goto(f"/admin/pages/{made.pk}/edit/")
    press(page, "publish")
    made.refresh_from_db()
    assert not made.live
    assert open_page(made.url).locator("h1").inner_text() != "Later than now"

    publish_due(now=moment + timedelta(minutes=1))
    expect(open_page(made.url).locator("h1")).to_have_text("Later than now")
