"""An editor creates, previews, schedules and publishes every type of page in a real browser."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect
from wagtail.models import Page as WagtailPage

from cityrelations import models
from cms.images.models import CustomImage
from cms.publishing.scheduler import publish_due
from home.models import HomePage
from tests.browser.editor import Editor
from tests.factories.accounts import AdminFactory
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture

pytestmark = pytest.mark.browser

CREATED = {
    "home.StandardPage": "HomePage",
    "home.ContactPage": "HomePage",
    "cityrelations.PartnersPage": "HomePage",
    "cityrelations.ProjectIndexPage": "HomePage",
    "cityrelations.ProjectPage": "ProjectIndexPage",
    "cityrelations.PartnerCityPage": "PartnerCityIndexPage",
    "cityrelations.NetworkPage": "NetworkIndexPage",
    "cityrelations.TopicPage": "TopicIndexPage",
    "cityrelations.EventPage": "EventIndexPage",
    "cityrelations.NewsPage": "EventIndexPage",
}
EDITED = ["HomePage", "PartnerCityIndexPage", "NetworkIndexPage", "TopicIndexPage", "EventIndexPage"]
FACTS: dict[str, Callable[[Page], object]] = {
    "cityrelations.PartnerCityPage": lambda page: page.get_by_label("Country").select_option(label="France"),
    "cityrelations.EventPage": lambda page: page.get_by_role("textbox", name="First day").fill("2031-05-04"),
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WAGTAILS_OWN = {
    "aria-input-field-name": "public-DraftEditor-content",  # its editor of rich text takes its name from no label
    "landmark-unique": "w-panel--nested",  # it makes a landmark of each block, all called after the block's type
}
created = pytest.mark.parametrize("label", CREATED)


@pytest.fixture(autouse=True)
def _leave_no_page_behind(demo: object) -> Iterator[None]:
    """Delete the pages a test made: others read the same demo. Translations go with the page they are made from."""
    newest = WagtailPage.objects.order_by("-pk").first().pk
    yield
    while page := WagtailPage.objects.filter(pk__gt=newest).order_by("-depth", "pk").first():
        page.specific.delete()


@pytest.fixture(autouse=True)
def _save_only_when_asked(settings) -> None:
    """Switch off saving by itself: on a busy machine it meets a button just pressed, and Wagtail asks which counts."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


@pytest.fixture(scope="module")
def desk(demo, browser, signed_in) -> Iterator[BrowserContext]:
    """Return the browser of an administrator. It is the same for all tests, since it keeps the admin's many files."""
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
def editor(desk) -> Iterator[Editor]:
    """Return an administrator before a new window, where no panel is open yet."""
    page = desk.new_page()
    page.goto("/robots.txt")
    page.evaluate("localStorage.clear()")
    yield Editor(page)
    page.close()


@pytest.fixture
def reader(open_page) -> Page:
    """Return the browser of a reader, who is not signed in."""
    return open_page("/robots.txt")


@pytest.fixture
def restored(name: str) -> Iterator[WagtailPage]:
    """Return the existing page of a type, and publish it afterwards as it was before."""
    page = existing(name)
    yield page
    page.save_revision().publish()


def existing(name: str) -> WagtailPage | None:
    """Return the German page of a type that the demo has only one of; the first one of event indexes."""
    model = HomePage if name == "HomePage" else getattr(models, name)
    return model.objects.filter(locale__language_code="de").order_by("path").first()


def parent_of(label: str) -> WagtailPage:
    """Return the page that pages of a type are created below; the demo has no projects, and so no index of them."""
    name = CREATED[label]
    found = existing(name)
    if found is None:
        found = existing("HomePage").add_child(instance=getattr(models, name)(title=name))
        found.save_revision().publish()
    return found


def fill_in(editor: Editor, label: str, title: str) -> None:
    """Fill in what a type cannot do without."""
    editor.new(label, parent_of(label), title)
    if label in FACTS:
        editor.tab("Facts")
        FACTS[label](editor.page)
        editor.tab("Content")


def change(editor: Editor, page: WagtailPage, introduction: str) -> None:
    editor.open(page)
    editor.page.get_by_role("textbox", name="Introduction").fill(introduction)


def made(title: str) -> WagtailPage:
    return WagtailPage.objects.get(title=title, locale__language_code="de")


def let_the_moment_come(page: WagtailPage) -> None:
    """Let what is scheduled for the page be due by now, and run the scheduler."""
    scheduled = page.revisions.exclude(approved_go_live_at=None).get()
    scheduled.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    scheduled.content["go_live_at"] = scheduled.approved_go_live_at.isoformat()
    scheduled.save()
    assert publish_due().titles("published") == [page.title]


@created
def test_page_is_drafted_previewed_and_published(editor, reader, label) -> None:
    title = f"Journey of {label}"
    fill_in(editor, label, title)
    editor.save_draft()
    address = made(title).url
    assert reader.goto(address).status == 404

    expect(editor.preview().get_by_role("heading", level=1)).to_have_text(title)

    editor.publish()
    assert reader.goto(address).status == 200
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    assert reader.context.cookies() == []


@created
def test_page_is_scheduled_and_goes_live_at_its_moment(editor, reader, label) -> None:
    title = f"Later journey of {label}"
    fill_in(editor, label, title)
    editor.schedule(timezone.localtime() + timedelta(days=1))
    expect(editor.row(title)).to_contain_text("Current page status: scheduled")
    page = made(title)
    assert reader.goto(page.url).status == 404

    let_the_moment_come(page)
    assert reader.goto(page.url).status == 200
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize("name", EDITED)
def test_existing_page_is_changed_previewed_and_scheduled(editor, reader, name, restored) -> None:
    change(editor, restored, "Written for later.")
    expect(editor.preview().get_by_role("main")).to_contain_text("Written for later.")

    editor.schedule(timezone.localtime() + timedelta(days=1))
    reader.goto(restored.url)
    expect(reader.get_by_role("main")).not_to_contain_text("Written for later.")

    let_the_moment_come(restored)
    reader.goto(restored.url)
    expect(reader.get_by_role("main")).to_contain_text("Written for later.")


@pytest.mark.parametrize("name", ["HomePage"])
def test_change_of_the_front_page_is_a_draft_until_it_is_published(editor, reader, name, restored) -> None:
    change(editor, restored, "Written for now.")
    editor.save_draft()
    reader.goto(restored.url)
    expect(reader.get_by_role("main")).not_to_contain_text("Written for now.")

    editor.publish()
    reader.goto(restored.url)
    expect(reader.get_by_role("main")).to_contain_text("Written for now.")


@pytest.fixture
def image() -> Iterator[CustomImage]:
    """Return a picture that names nobody and is not described."""
    image = ImageFactory(title="Bridge at dusk", uncredited=True)
    yield image
    image.delete()


def test_picture_without_alt_text_and_credit_is_drafted_but_not_published(editor, reader, image) -> None:
    editor.new("home.StandardPage", existing("HomePage"), "About a bridge")
    block = editor.insert_lead_picture(image.title)
    editor.save_draft()
    address = made("About a bridge").url

    editor.press_below("Publish")
    editor.is_told("could not be saved due to validation errors.")
    expect(block).to_contain_text("Please add some alt text")
    expect(editor.page.get_by_role("textbox", name="Title*", exact=True)).to_have_value("About a bridge")
    assert reader.goto(address).status == 404

    block.get_by_role("textbox", name="Alt text").fill("A bridge over a river")
    editor.press_below("Publish")
    expect(block).to_contain_text("This picture has no credit.")
    assert reader.goto(address).status == 404

    block.get_by_role("textbox", name="Credit for this use only").fill("Studio Nord")
    editor.publish()
    reader.goto(address)
    expect(reader.get_by_role("img", name="A bridge over a river")).to_be_visible()
    expect(reader.get_by_role("main")).to_contain_text("Studio Nord")


def test_selection_with_a_page_that_may_not_be_published_is_refused_whole(editor, reader, image) -> None:
    home = existing("HomePage")
    for title, pictures in (("About rivers", []), ("About bridges", lead_picture(image))):
        StandardPageFactory(parent=home, title=title, lead_picture=pictures).save_revision()

    editor.page.goto(f"/admin/pages/{home.pk}/")
    for title in ("About rivers", "About bridges"):
        editor.row(title).get_by_role("checkbox").check()
    editor.page.get_by_role("link", name="Publish selected pages", exact=True).click()
    editor.page.get_by_role("button", name="Yes, publish").click()

    editor.is_told("The picture “Bridge at dusk” has no credit.")
    editor.is_told("Nothing was published. Correct these pages or take them out of the selection.")
    for title in ("About rivers", "About bridges"):
        assert reader.goto(made(title).url).status == 404


@pytest.fixture
def colleague(open_page, settings) -> Iterator[Editor]:
    """Return another administrator."""
    user = AdminFactory(username="colleague")
    client = Client()
    client.force_login(user)
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    state = {"cookies": [{**session, "domain": "localhost", "path": "/"}], "origins": []}
    yield Editor(open_page("/robots.txt", storage_state=state, locale="en-GB"))
    user.delete()


def test_editor_is_told_that_a_colleague_saved_the_same_page(editor, colleague, settings) -> None:
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 1000
    page = StandardPageFactory(parent=existing("HomePage"), title="About two editors")
    page.save_revision()
    editor.open(page)
    colleague.open(page)
    colleague.page.get_by_role("textbox", name="Introduction").fill("One sentence.")
    colleague.save_draft()
    expect(editor.page.get_by_role("button", name="saved a new version")).to_be_visible()


def test_form_of_a_partner_city_is_accessible(editor) -> None:
    editor.open(models.PartnerCityPage.objects.get(locale__language_code="de", slug="paris"))
    for tab in ("Content", "Facts"):
        editor.tab(tab)
        found = Axe().run(editor.page, context="[role=tabpanel]:not([hidden])", options=RULES)
        nodes = [(rule["id"], node["html"]) for rule in found.response["violations"] for node in rule["nodes"]]
        assert [(rule, html) for rule, html in nodes if WAGTAILS_OWN.get(rule, rule) not in html] == []
