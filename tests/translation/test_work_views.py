"""The page of one piece of work, and the buttons that hand it on."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.models import Term, TranslationSettings, TranslationWork, WorkComment
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from cms.translation.work import comments, transitions
from cms.translation.work.pages import page_of
from cms.translation.work.steps import Steps
from home.models import HomePage
from tests.factories.accounts import UserFactory
from tests.factories.core import reloaded
from tests.translation.team import Team, assemble

State = TranslationWork.State


@pytest.fixture
def team(french_home: HomePage) -> Team:
    return assemble(french_home)


@pytest.fixture
def record(french: Translation, team: Team) -> TranslationWork:
    record = transitions.assign(
        transitions.work_on(french), team.translator, by=team.coordinator, note="Formal, please."
    )
    for unit in units_of(french):
        write(french, unit, f"FR {unit.source}", user=team.translator)
    record.refresh_from_db()
    return record


def names(record: TranslationWork, user: User) -> list[str]:
    fresh = User.objects.get(pk=user.pk)
    return [step.name for step in Steps(TranslationWork.objects.get(pk=record.pk), fresh).all()]


def post(client: Client, user: User, record: TranslationWork, step: str, **values: str) -> str:
    """Press a button as somebody who sees the state as it is, and return what the next page says."""
    client.force_login(user)
    seen = TranslationWork.objects.get(pk=record.pk).state
    response = client.post(f"/admin/translation/work/{record.pk}/{step}/", {"state": seen, **values}, follow=True)
    return text_of(response)


def text_of(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.content, "html.parser").find("main").get_text(" ").split())


def state(record: TranslationWork) -> str:
    return TranslationWork.objects.get(pk=record.pk).state


def test_everybody_is_offered_what_they_may_do_and_no_more(record: TranslationWork, team: Team) -> None:
    assert names(record, team.translator) == ["send_to_review"]
    assert names(record, team.coordinator) == ["plan_not"]
    record = transitions.send_to_review(record, by=team.translator)
    assert names(record, team.translator) == ["take_back"]
    assert names(record, team.reviewer) == ["approve", "return_to_translator"]
    assert names(record, team.publisher) == []
    record = transitions.approve(record, by=team.reviewer)
    assert names(record, team.publisher) == ["publish", "return_to_translator"]
    assert names(record, team.reviewer) == ["return_to_translator"]
    assert names(record, team.translator) == []
    transitions.plan_not(record, "Not needed.", by=team.coordinator)
    assert names(record, team.coordinator) == ["plan_again"]
    assert names(record, team.translator) == names(record, team.publisher) == []


def test_a_locked_page_is_neither_approved_nor_published(client: Client, record: TranslationWork, team: Team) -> None:
    page = page_of(record)
    record = transitions.send_to_review(record, by=team.translator)
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=team.publisher)
    assert names(record, team.reviewer) == ["return_to_translator"]
    assert "This page is locked. Unlock it first" in post(client, team.reviewer, record, "approve")
    assert state(record) == State.IN_REVIEW
    Page.objects.filter(pk=page.pk).update(locked_by=team.reviewer)
    post(client, team.reviewer, record, "approve")
    assert state(record) == State.APPROVED
    assert names(record, team.publisher) == ["return_to_translator"]
    assert "This page is locked. Unlock it first" in post(client, team.publisher, record, "publish")
    assert not reloaded(page).live
    Page.objects.filter(pk=page.pk).update(locked_by=team.publisher)
    post(client, team.publisher, record, "publish")
    assert reloaded(page).live


def test_nobody_is_offered_to_approve_their_own_text_where_two_must_read_it(
    record: TranslationWork, team: Team
) -> None:
    team.translator.groups.add(*team.reviewer.groups.all())
    transitions.send_to_review(record, by=team.translator)
    assert "approve" in names(record, team.translator)
    TranslationSettings.objects.update_or_create(defaults={"four_eyes": True})
    assert "approve" not in names(record, team.translator)
    assert "approve" in names(record, team.reviewer)


def test_a_text_goes_from_button_to_button_to_the_readers(client: Client, record: TranslationWork, team: Team) -> None:
    assert "The translation was sent to review." in post(client, team.translator, record, "send_to_review")
    text = post(client, team.reviewer, record, "return_to_translator", comment="“FR” is no word.")
    assert "The translation was returned." in text
    assert "“FR” is no word." in text
    post(client, team.translator, record, "send_to_review")
    assert "The wording is approved." in post(client, team.reviewer, record, "approve")
    assert "is published." in post(client, team.publisher, record, "publish")
    page = reloaded(page_of(record))
    assert (page.live, page.title) == (True, "FR Über uns")
    assert names(record, team.publisher) == ["return_to_translator"]


@pytest.mark.parametrize(
    ("who", "step"),
    [
        ("translator", "approve"),
        ("translator", "publish"),
        ("translator", "plan_not"),
        ("reviewer", "publish"),
        ("publisher", "approve"),
        ("coordinator", "send_to_review"),
        ("coordinator", "approve"),
        ("coordinator", "publish"),
        ("reviewer", "nonsense"),
        ("reviewer", "all"),
    ],
)
def test_a_button_that_is_not_offered_does_nothing(
    who: str, step: str, client: Client, record: TranslationWork, team: Team
) -> None:
    if step in ("approve", "publish"):
        transitions.send_to_review(record, by=team.translator)
    before = state(record)
    assert "This is not possible now." in post(client, getattr(team, who), record, step, comment="Because.")
    assert state(record) == before
    assert not reloaded(page_of(record)).live


@pytest.mark.parametrize("step", ["approve", "publish"])
def test_a_made_up_state_opens_no_door(step: str, client: Client, record: TranslationWork, team: Team) -> None:
    who = {"approve": team.reviewer, "publish": team.publisher}[step]
    seen = {"approve": State.IN_REVIEW, "publish": State.APPROVED}[step]
    text = post(client, who, record, step, state=seen)
    assert "Somebody was faster: this translation is now “In work”." in text
    assert state(record) == State.IN_WORK
    assert not reloaded(page_of(record)).live


def test_a_return_without_a_reason_asks_for_one(client: Client, record: TranslationWork, team: Team) -> None:
    transitions.send_to_review(record, by=team.translator)
    text = post(client, team.reviewer, record, "return_to_translator")
    assert "Write in the comment what is to be changed, then return the translation. Write the comment" in text
    assert state(record) == State.IN_REVIEW


def test_after_a_step_there_is_a_way_on(client: Client, record: TranslationWork, team: Team) -> None:
    text = post(client, team.translator, record, "send_to_review")
    assert "The translation was sent to review. What else waits" in text


def test_the_list_of_terms_is_pointed_out_when_a_text_is_sent_on(
    client: Client, record: TranslationWork, team: Team, french: Translation
) -> None:
    Term.objects.create(
        source_locale=french.source.locale,
        target_locale=french.target_locale,
        term="Partnerschaft",
        preferred="jumelage",
    )
    client.force_login(team.translator)
    assert "1 word does not follow the list of terms" in text_of(client.get(f"/admin/translation/work/{record.pk}/"))
    text = post(client, team.translator, record, "send_to_review")
    assert "“Partnerschaft” is translated as “jumelage”, which is not in this text." in text
    assert state(record) == State.IN_REVIEW
    client.force_login(team.reviewer)
    assert "1 word does not follow the list of terms" in text_of(client.get(f"/admin/translation/work/{record.pk}/"))


def test_the_page_says_who_does_what_and_what_was_said(client: Client, record: TranslationWork, team: Team) -> None:
    comments.add(record, "Is “Welt” a name here?", author=team.translator)
    client.force_login(team.reviewer)
    text = text_of(client.get(f"/admin/translation/work/{record.pk}/"))
    for words in ("In work", "tara", "Any reviewer of the language", "No date", "Formal, please.", "Is “Welt” a name"):
        assert words in text
    text = post(client, team.reviewer, record, "comment", comment="Yes.")
    assert "The comment was added." in text
    assert WorkComment.objects.filter(author=team.reviewer, text="Yes.").count() == 1
    assert "Write the comment first." in post(client, team.reviewer, record, "comment", comment=" ")
    history = client.get(f"/admin/pages/{page_of(record).pk}/history/")
    assert "Is “Welt” a name here?" in history.content.decode()


def test_words_of_others_are_shown_as_words(client: Client, record: TranslationWork, team: Team) -> None:
    comments.add(record, "<script>alert(1)</script>", author=team.translator)
    client.force_login(team.reviewer)
    content = client.get(f"/admin/translation/work/{record.pk}/").content.decode()
    assert "<script>alert(1)</script>" not in content
    assert "&lt;script&gt;alert(1)" in content


def test_people_of_another_language_see_nothing_of_it(client: Client, record: TranslationWork, home: HomePage) -> None:
    stranger = UserFactory()
    client.force_login(stranger)
    for method, address in (("get", ""), ("post", "approve/"), ("post", "comment/")):
        response = getattr(client, method)(f"/admin/translation/work/{record.pk}/{address}", {"comment": "x"})
        assert response.status_code == 302
    assert not WorkComment.objects.exists()


def test_buttons_are_pressed_and_not_opened(client: Client, record: TranslationWork, team: Team) -> None:
    client.force_login(team.translator)
    assert client.get(f"/admin/translation/work/{record.pk}/send_to_review/").status_code == 405
    assert state(record) == State.IN_WORK


def test_a_page_that_was_deleted_leaves_its_work_readable(
    client: Client, record: TranslationWork, team: Team, admin: User
) -> None:
    Page.objects.get(pk=page_of(record).pk).delete()
    client.force_login(team.coordinator)
    assert "Über uns" in text_of(client.get(f"/admin/translation/work/{record.pk}/"))
    client.force_login(team.translator)
    assert "Über uns" in text_of(client.get("/admin/translation/waiting/"))
