"""Saying on publishing how much a change matters to other languages."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from cms.publishing.scheduler import publish_due
from cms.translation.lifecycle.importance import FIELD, Importance, importance_of
from cms.translation.models import Basis, ReleaseImportance
from home.models import HomePage, StandardPage
from tests.factories.clock import make_due
from tests.factories.core import publish, reloaded, translate
from tests.factories.forms import page_form


@pytest.fixture
def english(german: StandardPage, home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return the published English version, kept in the page editor."""
    publish(translate(home, locales["en"], title="Home"))
    return publish(translate(german, locales["en"], title="About us"))


def edit_url(page: StandardPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(staff: Client, page: StandardPage) -> BeautifulSoup:
    answer = staff.get(edit_url(page))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def submit(staff: Client, page: StandardPage, action: str, importance: str, **values: str) -> None:
    data = page_form(reloaded(page), action, **values) | {FIELD: importance}
    answer = staff.post(edit_url(page), data)
    assert answer.status_code == 302, BeautifulSoup(answer.content, "html.parser").get_text()


def test_the_form_of_a_source_asks_with_a_label(staff: Client, german: StandardPage, english: StandardPage) -> None:
    page = form(staff, german)
    [choice] = page.select(f"select[name={FIELD}]")
    assert page.select_one(f"label[for={choice['id']}]").get_text() == "What the change means to other languages"
    assert [option["value"] for option in choice.find_all("option")] == ["minor", "normal", "urgent"]
    assert choice.find("option", selected=True)["value"] == "normal"
    assert choice.find_parent("form")["id"] == "page-edit-form"


def test_other_forms_do_not_ask(staff: Client, german: StandardPage, home: HomePage, english: StandardPage) -> None:
    assert not form(staff, english).select(f"select[name={FIELD}]")
    reloaded(german).unpublish()
    assert not form(staff, german).select(f"select[name={FIELD}]")


def test_a_page_in_one_language_is_not_asked_about(staff: Client, german: StandardPage) -> None:
    assert not form(staff, german).select(f"select[name={FIELD}]")


def test_a_minor_change_that_is_published_ages_nothing(
    staff: Client, german: StandardPage, english: StandardPage
) -> None:
    submit(staff, german, "action-publish", "minor", title="Über uns!")
    assert reloaded(german).title == "Über uns!"
    assert importance_of(reloaded(german).live_revision) == Importance.MINOR
    assert Basis.objects.get(edition__page=english).words_changed == 0


def test_without_a_choice_a_change_is_normal(staff: Client, german: StandardPage, english: StandardPage) -> None:
    submit(staff, german, "action-publish", "nonsense", title="Wir")
    assert not ReleaseImportance.objects.exists()
    assert Basis.objects.get(edition__page=english).words_changed


def test_the_choice_waits_with_a_schedule(staff: Client, german: StandardPage, english: StandardPage) -> None:
    moment = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    submit(staff, german, "action-publish", "urgent", title="Wir", go_live_at=moment)
    assert Basis.objects.get(edition__page=english).urgent_since is None
    make_due(reloaded(german))
    publish_due()
    assert Basis.objects.get(edition__page=english).urgent_since


def test_the_choice_is_kept_with_a_draft_and_shown_again(
    staff: Client, german: StandardPage, english: StandardPage
) -> None:
    submit(staff, german, "", "urgent", title="Wir")
    [choice] = form(staff, german).select(f"select[name={FIELD}]")
    assert choice.find("option", selected=True)["value"] == "urgent"
    reloaded(german).get_latest_revision().publish()
    assert Basis.objects.get(edition__page=english).urgent_since
    [choice] = form(staff, german).select(f"select[name={FIELD}]")
    assert choice.find("option", selected=True)["value"] == "normal"
