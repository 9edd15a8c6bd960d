"""What somebody translates, shown as a draft to others before it is published."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translation.editor.markup import for_people
from cms.translation.texts.units import units_of
from home.models import StandardPage
from tests.api.asking import ask
from tests.factories.core import publish, reloaded
from tests.factories.publishing import draft_link


@pytest.fixture
def target(french: Translation) -> Page:
    """Return the French page, which is not published."""
    return french.get_target_instance()


def save(staff: Client, translation: Translation, **typed: str) -> None:
    """Save in the translators' editor what is typed for a source text."""
    data = {}
    for one in units_of(translation):
        data[f"seen-{one.segment.pk}"] = for_people(one.target)
        data[f"text-{one.segment.pk}"] = typed.get(one.source, for_people(one.target))
    page = translation.get_target_instance()
    assert staff.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data).status_code == 302


def heading(token: str) -> Any:
    html = BeautifulSoup(Client().get(f"/draft/{token}/").content, "html.parser")
    return html.html["lang"], html.h1.get_text(strip=True)


def links(staff: Client, page: Page) -> dict[str, str]:
    """Return the links at the head of the translators' editor."""
    html = BeautifulSoup(staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser")
    return {one.get_text(" ", strip=True): one["href"] for one in html.select(".translation-head__links a")}


def test_link_follows_what_translators_save(staff: Client, french: Translation, target: Page) -> None:
    _link, token = draft_link(target)
    save(staff, french, **{"Über uns": "À propos"})
    assert heading(token) == ("fr", "À propos")
    save(staff, french, **{"Über uns": "Qui nous sommes"})
    assert heading(token) == ("fr", "Qui nous sommes")
    assert ask(f"drafts/{token}")["page"]["title"] == "Qui nous sommes"
    assert not reloaded(target).live


def test_link_survives_that_its_source_changes(
    staff: Client, french: Translation, german: StandardPage, target: Page
) -> None:
    _link, token = draft_link(target)
    save(staff, french, **{"Über uns": "À propos"})
    source = reloaded(german)
    source.intro = "Wer wir heute sind."
    publish(source)
    assert heading(token) == ("fr", "À propos")


def test_translators_find_it_in_their_editor(staff: Client, target: Page) -> None:
    assert links(staff, target)["Share draft…"] == reverse("draft_links_of_page", args=[target.pk])


def test_translation_is_previewed_in_the_front_end(
    staff: Client, french: Translation, target: Page, settings: Settings
) -> None:
    assert not [name for name in links(staff, target) if "Front end" in name]
    settings.FRONT_END_URL = "https://front.example.org"
    save(staff, french, **{"Über uns": "À propos"})
    (address,) = [href for name, href in links(staff, target).items() if "Front end" in name]
    answer = staff.get(address)
    assert answer.url.startswith("https://front.example.org/preview?token=")
    (token,) = parse_qs(urlsplit(answer.url).query)["token"]
    found = ask(f"drafts/{token}")["page"]
    assert (found["title"], found["locale"]) == ("À propos", "fr")
