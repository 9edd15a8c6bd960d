"""The list of what the source says, beside the editor of a written page."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, Site

from cms.accounts.models import User
from cms.translation.easy.checklist import Entry, checklist_of, tick
from cms.translation.models import SourceMark
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.core import publish, reloaded
from tests.factories.forms import page_form
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory

TEXT = "22222222-2222-4222-8222-222222222222"
PARAGRAPHS = ["Wir sind ein Amt.", "Wir haben neunzehn Partnerstädte.", "Wir laden Gäste ein."]


def body(paragraphs: list[str]) -> list[dict[str, Any]]:
    html = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return [
        {"type": "heading", "value": {"text": "Partnerschaft"}, "id": "11111111-1111-4111-8111-111111111111"},
        {"type": "rich_text", "value": html, "id": TEXT},
    ]


@pytest.fixture
def source(home: HomePage, site: Site) -> StandardPage:
    page = StandardPageFactory(parent=home, title="Über uns", intro="Wer wir sind.", body=body(PARAGRAPHS))
    page.review_date = "2026-11-01"
    return publish(page)


@pytest.fixture
def easy(source: StandardPage, easy_home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    return StandardPageFactory(
        parent=easy_home, title="Das sind wir", locale=locales["de-simple"], translation_key=source.translation_key
    )


def entry(page: Page, text: str) -> Entry:
    return next(one for one in checklist_of(page).entries if text in one.statement.text)


def texts(page: Page) -> list[str]:
    return [one.statement.text for one in checklist_of(page).entries]


def change(source: StandardPage, paragraphs: list[str]) -> None:
    source.body = source.body.stream_block.to_python(body(paragraphs))
    publish(source)


def test_the_list_has_every_statement_of_the_source_and_its_facts(easy: StandardPage) -> None:
    assert texts(easy) == ["Über uns", "Wer wir sind.", "Partnerschaft", *PARAGRAPHS, "Nov. 1, 2026"]
    kinds = [str(one.statement.kind) for one in checklist_of(easy).entries]
    assert kinds == ["heading", "text", "heading", "text", "text", "text", "fact"]
    assert entry(easy, "Partnerschaft").statement.place == "Body › Heading"


def test_pictures_stand_in_the_list_by_their_alt_text(source: StandardPage, easy: StandardPage) -> None:
    image = ImageFactory()
    value = {"picture": {"image": image.pk, "alt_text": "Das Rote Rathaus", "decorative": False}}
    source.body = source.body.stream_block.to_python([{"type": "picture", "value": value}])
    publish(source)
    found = entry(easy, "Rathaus").statement
    assert (str(found.kind), found.text) == ("picture", "Das Rote Rathaus")


def test_texts_for_search_engines_are_no_statements(source: StandardPage, easy: StandardPage) -> None:
    source.search_description = "Alles über das Amt"
    publish(source)
    assert "Alles über das Amt" not in texts(easy)


def test_what_was_ticked_stays_ticked(easy: StandardPage, admin: User) -> None:
    tick(easy, {entry(easy, "Amt").key: "covered", entry(easy, "Gäste").key: "left_out"}, admin)
    assert (entry(easy, "Amt").state, entry(easy, "Gäste").state) == ("covered", "left_out")
    assert entry(easy, "neunzehn").state == "open"
    assert checklist_of(easy).summary == "5 of 7 statements are open."
    tick(easy, {entry(easy, "Amt").key: "open"}, admin)
    assert entry(easy, "Amt").mark is None


def test_a_statement_that_changed_is_open_again_and_says_what_changed(
    source: StandardPage, easy: StandardPage, admin: User
) -> None:
    tick(easy, {one.key: "covered" for one in checklist_of(easy).entries}, admin)
    change(source, [PARAGRAPHS[2], "Wir haben zwanzig Partnerstädte.", PARAGRAPHS[0]])
    changed = entry(easy, "zwanzig")
    assert (changed.state, changed.is_changed) == ("open", True)
    assert [(str(run.kind), run.text) for run in changed.changes if run.kind != "same"] == [
        ("removed", "neunzehn"),
        ("added", "zwanzig"),
    ]
    assert checklist_of(easy).open == 1
    tick(easy, {changed.key: "covered"}, admin)
    assert checklist_of(easy).summary == "Everything is covered or left out on purpose."


def test_a_new_statement_is_open_and_one_that_is_gone_is_told(
    source: StandardPage, easy: StandardPage, admin: User
) -> None:
    tick(easy, {one.key: "covered" for one in checklist_of(easy).entries}, admin)
    change(source, [PARAGRAPHS[0], "Unsere Türen stehen allen offen.", PARAGRAPHS[1]])
    assert entry(easy, "Türen").mark is None
    assert [mark.text for mark in checklist_of(easy).gone] == ["Wir laden Gäste ein."]


def test_the_same_words_twice_are_two_statements(source: StandardPage, easy: StandardPage, admin: User) -> None:
    change(source, ["Willkommen!", "Willkommen!"])
    first, second = [one for one in checklist_of(easy).entries if one.statement.text == "Willkommen!"]
    tick(easy, {second.key: "covered"}, admin)
    states = [one.state for one in checklist_of(easy).entries if one.statement.text == "Willkommen!"]
    assert first.key != second.key
    assert sorted(states) == ["covered", "open"]


def test_the_editor_shows_the_list_beside_it(staff: Client, easy: StandardPage) -> None:
    page = BeautifulSoup(staff.get(reverse("wagtailadmin_pages:edit", args=[easy.pk])).content, "html.parser")
    panel = page.find(attrs={"data-side-panel": "written_source"})
    assert panel.find("form", attrs={"data-written-checklist": True})
    assert panel.find_parent("form") is None
    legends = [legend.get_text(strip=True) for legend in panel.find_all("legend")]
    assert legends[0] == "Über uns"
    assert all(legend["lang"] == "de" for legend in panel.find_all("legend"))
    counter = page.select_one('[data-side-panel-toggle="written_source"] [data-side-panel-toggle-counter]')
    assert counter.get_text(strip=True) == "7"


def test_other_pages_have_no_such_list(staff: Client, source: StandardPage, easy: StandardPage) -> None:
    assert b"written_source" not in staff.get(reverse("wagtailadmin_pages:edit", args=[source.pk])).content


def test_saving_the_list_comes_back_to_the_editor(staff: Client, easy: StandardPage) -> None:
    address = reverse("translation_written_checklist", args=[easy.pk])
    response = staff.post(address, {f"state-{entry(easy, 'Amt').key}": "covered"})
    assert response.url == reverse("wagtailadmin_pages:edit", args=[easy.pk])
    assert SourceMark.objects.get().state == "covered"


def test_a_script_is_answered_with_what_is_left(staff: Client, easy: StandardPage) -> None:
    address = reverse("translation_written_checklist", args=[easy.pk])
    response = staff.post(
        address, {f"state-{entry(easy, 'Amt').key}": "covered"}, headers={"accept": "application/json"}
    )
    assert response.json() == {"open": 6, "summary": "6 of 7 statements are open."}


@pytest.mark.parametrize("states", [{"state-nonsense": "covered"}, {"state-{key}": "nonsense"}])
def test_nonsense_changes_nothing(states: dict[str, str], staff: Client, easy: StandardPage) -> None:
    posted = {name.format(key=entry(easy, "Amt").key): value for name, value in states.items()}
    assert staff.post(reverse("translation_written_checklist", args=[easy.pk]), posted).status_code == 302
    assert not SourceMark.objects.exists()


def test_marks_of_what_is_gone_can_be_cleared(
    staff: Client, source: StandardPage, easy: StandardPage, admin: User
) -> None:
    tick(easy, {entry(easy, "Gäste").key: "covered"}, admin)
    change(source, PARAGRAPHS[:2])
    staff.post(reverse("translation_written_checklist", args=[easy.pk]), {"forget-gone": "1"})
    assert not SourceMark.objects.exists()


def test_only_people_who_may_edit_the_page_tick(client: Client, easy: StandardPage) -> None:
    client.force_login(UserFactory())
    response = client.post(reverse("translation_written_checklist", args=[easy.pk]), {})
    assert response.status_code in (302, 403)
    assert not re.search(r"/pages/\d+/edit/", response.headers.get("location", ""))


def test_translated_pages_have_no_list_to_save(staff: Client, source: StandardPage) -> None:
    assert staff.post(reverse("translation_written_checklist", args=[source.pk]), {}).status_code == 404


def test_the_editor_saves_as_wagtail_does(staff: Client, easy: StandardPage) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[easy.pk])
    response = staff.post(address, page_form(easy, title="Das sind wir alle"))
    assert response.url == address
    assert reloaded(easy).get_latest_revision_as_object().title == "Das sind wir alle"


def test_autosave_leaves_the_list_as_it_is(staff: Client, easy: StandardPage) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[easy.pk])
    response = staff.post(address, page_form(easy, title="Wir"), headers={"accept": "application/json"})
    assert response.json()["success"]
    assert "written_source" not in response.json()["html"]


def test_a_page_without_a_source_says_so(staff: Client, easy_home: HomePage, locales: dict[str, Locale]) -> None:
    page = StandardPageFactory(parent=easy_home, title="Nur hier", locale=locales["de-simple"])
    shown = staff.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "was not written from another page" in shown
