"""A page that is written is published with the wording that was approved, and with no other."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import rich_text, streamfield

from cms.core.problems.registry import PublishingRefused, publishing_problems
from cms.translation.models import TranslationWork
from cms.translation.work import transitions
from home.models import HomePage, StandardPage
from tests.factories.clock import schedule
from tests.factories.core import reloaded
from tests.factories.forms import page_form
from tests.factories.home import StandardPageFactory
from tests.translation.easy.documents import bytes_of, kept, sent_in, word
from tests.translation.team import Team, assemble

State = TranslationWork.State
CHANGED = "The wording was changed after it was approved. Save the draft and send it to review again."
TEXT = "Das ist ein Amt."


@pytest.fixture
def team(easy_home: HomePage) -> Team:
    return assemble(easy_home)


@pytest.fixture
def easy(source_of_travelling: StandardPage, easy_home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return a draft in Easy German that somebody wrote."""
    page = StandardPageFactory(
        parent=easy_home,
        title="Das sind wir",
        body=[{"type": "rich_text", "value": f"<p>{TEXT}</p>"}],
        locale=locales["de-simple"],
        translation_key=source_of_travelling.translation_key,
    )
    page.save_revision()
    return page


@pytest.fixture
def sent(easy: StandardPage, team: Team) -> TranslationWork:
    """Return the work on it, which was sent to review."""
    work = TranslationWork.objects.create(translation_key=easy.translation_key, locale=easy.locale)
    return transitions.send_to_review(transitions.began(work, team.translator), by=team.translator)


@pytest.fixture
def approved(sent: TranslationWork, team: Team) -> TranslationWork:
    return transitions.approve(sent, by=team.reviewer)


def save(client: Client, user: Any, page: StandardPage, text: str = TEXT, action: str = "", **values: Any) -> Any:
    """Send the form of the page editor with this text, and return the answer."""
    client.force_login(user)
    body = streamfield([("rich_text", rich_text(f"<p>{text}</p>"))])
    posted = page_form(reloaded(page).get_latest_revision_as_object(), action, body=body, **values)
    posted["body-0-id"] = reloaded(page).get_latest_revision_as_object().body[0].id
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), posted, follow=True)


def state(page: StandardPage) -> str:
    return TranslationWork.objects.get(translation_key=page.translation_key).state


def test_what_was_approved_is_published_from_the_page_editor(
    client: Client, easy: StandardPage, approved: TranslationWork, team: Team
) -> None:
    save(client, team.publisher, easy, action="action-publish")
    assert reloaded(easy).live
    assert state(easy) == State.APPROVED
    save(client, team.publisher, easy, action="action-publish")
    assert not reloaded(easy).has_unpublished_changes


def test_a_draft_that_says_the_same_leaves_the_approval(
    client: Client, easy: StandardPage, approved: TranslationWork, team: Team
) -> None:
    save(client, team.publisher, easy, review_date="2027-01-01")
    assert state(easy) == State.APPROVED
    assert publishing_problems(reloaded(easy).get_latest_revision_as_object()) == []


def test_a_draft_with_other_words_has_to_be_approved_again(
    client: Client, easy: StandardPage, approved: TranslationWork, team: Team
) -> None:
    save(client, team.publisher, easy, action="action-publish")
    save(client, team.translator, easy, "Das ist kein Amt.")
    assert state(easy) == State.IN_WORK
    with pytest.raises(PublishingRefused, match="The wording is not approved yet"):
        reloaded(easy).get_latest_revision().publish()
    assert TEXT in str(reloaded(easy).body)


def test_who_may_publish_cannot_change_the_words_and_publish_at_once(
    client: Client, easy: StandardPage, approved: TranslationWork, team: Team
) -> None:
    answer = save(client, team.publisher, easy, "Das ist kein Amt.", action="action-publish")
    assert CHANGED in answer.content.decode()
    assert not reloaded(easy).live


def test_a_draft_that_came_by_no_door_of_ours_is_refused_too(easy: StandardPage, approved: TranslationWork) -> None:
    easy.title = "Wir"
    easy.save_revision()
    assert state(easy) == State.APPROVED
    with pytest.raises(PublishingRefused, match="changed after it was approved"):
        reloaded(easy).get_latest_revision().publish()


def test_the_revision_that_was_approved_goes_out_on_its_day(easy: StandardPage, approved: TranslationWork) -> None:
    assert schedule(reloaded(easy)).is_latest_revision()
    assert reloaded(easy).approved_schedule


def test_a_draft_saved_during_review_is_in_work_again(
    client: Client, easy: StandardPage, sent: TranslationWork, team: Team
) -> None:
    save(client, team.translator, easy)
    assert state(easy) == State.IN_REVIEW
    save(client, team.reviewer, easy, "Das ist unser Amt.")
    assert state(easy) == State.IN_REVIEW
    save(client, team.translator, easy, "Das ist kein Amt.")
    assert state(easy) == State.IN_WORK


def test_autosave_counts_as_saving(client: Client, easy: StandardPage, approved: TranslationWork, team: Team) -> None:
    client.force_login(team.translator)
    address = reverse("wagtailadmin_pages:edit", args=[easy.pk])
    answer = client.post(address, page_form(easy, title="Wir"), headers={"accept": "application/json"})
    assert answer.json()["success"]
    assert state(easy) == State.IN_WORK


def test_a_document_has_to_be_approved_too(
    client: Client, easy: StandardPage, approved: TranslationWork, team: Team
) -> None:
    client.force_login(team.translator)
    kept(client, easy, sent_in(client, easy, bytes_of(word("Das ist neu."))))
    assert state(easy) == State.IN_WORK


def test_work_begins_with_the_first_draft_that_somebody_saves(client: Client, easy: StandardPage, team: Team) -> None:
    save(client, team.translator, easy, "Das ist kein Amt.")
    work = TranslationWork.objects.get(translation_key=easy.translation_key)
    assert (work.state, work.assignee) == (State.IN_WORK, team.translator)
