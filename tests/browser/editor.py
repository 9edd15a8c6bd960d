"""Somebody who works in the admin, with what they do there by name."""

from datetime import datetime

from playwright.sync_api import FrameLocator, Locator, Page, expect
from wagtail.models import Page as WagtailPage

expect.set_options(timeout=20_000)  # milliseconds; the admin is slow on a busy machine


class Editor:
    """An administrator before the admin in English. Every step waits until the admin says that it is done."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def new(self, label: str, parent: WagtailPage, title: str) -> None:
        """Open the form of a new page below `parent`, and fill in its title; its address follows by itself."""
        self.page.goto(f"/admin/pages/add/{label.lower().replace('.', '/')}/{parent.pk}/")
        field = self.page.get_by_role("textbox", name="Title*", exact=True)
        field.fill(title)
        field.press("Tab")
        expect(self.page.locator("input[name=slug]")).not_to_have_value("")

    def open(self, page: WagtailPage) -> None:
        """Open the form of a page."""
        self.page.goto(f"/admin/pages/{page.pk}/edit/")

    def tab(self, name: str) -> None:
        """Turn to another tab of the form."""
        self.page.get_by_role("tab", name=name).click()

    def insert_lead_picture(self, image_title: str) -> Locator:
        """Put a picture from the library before the text, and return its block."""
        region = self.page.get_by_role("region", name="Lead picture")
        region.get_by_role("button", name="Insert a block").click()
        region.get_by_role("button", name="Choose an image").click()
        chooser = self.page.get_by_role("dialog")
        chooser.get_by_role("textbox", name="Search term").fill(image_title)
        chooser.get_by_role("link", name=image_title).click()
        expect(region.get_by_text(image_title)).to_be_visible()
        return region

    def save_draft(self) -> None:
        """Save, and stay in the form."""
        self.page.get_by_role("button", name="Save draft").click()
        self.is_told("created.", "has been updated.")

    def publish(self) -> None:
        """Publish, and be taken to the list of pages."""
        self.press_below("Publish")
        self.is_told("published.")

    def schedule(self, moment: datetime) -> None:
        """Choose in the dialog when the page goes live, have it published then, and see it called scheduled."""
        self.page.get_by_role("button", name="Toggle status").click()
        self.page.get_by_role("button", name="Set schedule").click()
        dialog = self.page.get_by_role("dialog", name="Set publishing schedule")
        dialog.get_by_role("textbox", name="Go live date/time").fill(f"{moment:%Y-%m-%d %H:%M}")
        # By keyboard, since the calendar below the field covers the button.
        dialog.get_by_role("button", name="Save schedule").press("Enter")
        self.is_told("created.", "has been updated.")
        self.press_below("Schedule to publish")
        self.is_told("scheduled for publishing.")

    def preview(self) -> FrameLocator:
        """Open the preview beside the form, and return it. Wagtail loads each version in a frame of its own."""
        self.page.get_by_role("button", name="Toggle preview").click()
        return self.page.frame_locator("iframe[title=Preview]").first

    def press_below(self, name: str) -> None:
        """Press one of the actions that the menu below the form holds."""
        self.page.get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name=name, exact=True).click()

    def is_told(self, *sentences: str) -> None:
        """Wait for the message that ends with one of the sentences."""
        messages = self.page.get_by_role("main").get_by_role("status").first
        expected = messages.get_by_text(sentences[0])
        for sentence in sentences[1:]:
            expected = expected.or_(messages.get_by_text(sentence))
        expect(expected.first).to_be_visible()

    def row(self, title: str) -> Locator:
        """Return the row of a page in the list of pages."""
        return self.page.get_by_role("row").filter(has=self.page.get_by_role("link", name=title))
