"""The forms of the admin speak the editor's language, and fit the screen."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from wagtail.models import Site
from wagtail.users.models import UserProfile

from cms.accounts.models import User
from tests.factories.cityrelations import EventIndexPageFactory


@pytest.fixture
def form(staff: Client, admin: User, site: Site) -> BeautifulSoup:
    """Return the German form of a new event."""
    UserProfile.objects.update_or_create(user=admin, defaults={"preferred_language": "de"})
    index = EventIndexPageFactory(parent=site.root_page)
    answer = staff.get(reverse("wagtailadmin_pages:add", args=["cityrelations", "eventpage", index.pk]))
    return BeautifulSoup(answer.content, "html.parser")


def test_buttons_that_add_pages_keep_the_capitals_of_german_nouns(form: BeautifulSoup) -> None:
    buttons = form.select("button[id$=-OPEN_MODAL]")
    assert [button.get_text(strip=True) for button in buttons] == [
        "Partnerstadt hinzufügen",
        "Netzwerk hinzufügen",
        "Thema hinzufügen",
    ]


def test_picture_block_has_no_english_label(form: BeautifulSoup) -> None:
    blocks = form.select_one("#id_lead_picture-count ~ [data-block], [data-block]")["data-w-block-data-value"]
    assert '"Bild"' in blocks
    assert '"Image"' not in blocks


def test_help_at_a_choice_says_nothing_about_notation(form: BeautifulSoup) -> None:
    for name in ("kind", "time_zone"):
        field = form.select_one(f"#id_{name}").find_parent(class_="w-field")
        assert "IANA" not in field.get_text()
        assert "Code" not in field.get_text()


def test_our_stylesheets_are_loaded(form: BeautifulSoup) -> None:
    ours = [link["href"] for link in form.select("link[rel=stylesheet]") if "/admin/css/" in link["href"]]
    assert [href.removeprefix("/static/") for href in ours] == ["admin/css/forms.css", "admin/css/listings.css"]
    assert all(finders.find(href.removeprefix("/static/")) for href in ours)
