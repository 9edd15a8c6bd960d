"""The list of what waits for somebody."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import GroupApprovalTask, Locale, Workflow, WorkflowPage, WorkflowTask
from wagtail_localize.models import Translation, TranslationSource

from cms.accounts.models import User
from cms.translation.models import Basis, Deputyship, Notice, TranslationSettings, TranslationWork
from cms.translation.notices.sending import LATE
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from cms.translation.waiting.queue import queue_for, rows_of
from cms.translation.work import transitions
from cms.translation.work.pages import page_of
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory
from tests.translation.team import Role, Team, assemble, somebody

State = TranslationWork.State
WAITING = "/admin/translation/waiting/"


@pytest.fixture
def team(french_home: HomePage) -> Team:
    return assemble(french_home)


def submitted(page: StandardPage, locale: Locale) -> TranslationWork:
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    return transitions.work_on(translation)


def in_review(translation: Translation, team: Team) -> TranslationWork:
    for unit in units_of(translation):
        write(translation, unit, unit.source, user=team.translator)
    return transitions.send_to_review(transitions.work_on(translation), by=team.translator)


def waiting(user: User) -> list[tuple[str, str, str]]:
    return [(row.title, row.state, row.step) for row in rows_of(queue_for(user), user)]


def shown(client: Client, user: User, address: str = WAITING) -> BeautifulSoup:
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").find("main")


def cells(page: BeautifulSoup) -> list[list[str]]:
    table: Tag = page.find("table", class_="work-rows")
    for label in table.select("[aria-hidden], .w-sr-only"):
        label.decompose()
    rows = table.find("tbody").find_all("tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])] for row in rows]


def test_each_step_waits_for_whoever_takes_it(french: Translation, team: Team) -> None:
    record = transitions.assign(transitions.work_on(french), team.translator, by=team.coordinator)
    assert waiting(team.translator) == [("Über uns", "Assigned", "Translate")]
    assert waiting(team.reviewer) == waiting(team.publisher) == []
    record = in_review(french, team)
    assert waiting(team.reviewer) == [("Über uns", "In review", "Review")]
    assert waiting(team.translator) == waiting(team.publisher) == []
    record = transitions.return_to_translator(record, by=team.reviewer, comment="Again.")
    assert waiting(team.translator) == [("Über uns", "Returned", "Correct")]
    transitions.approve(transitions.send_to_review(record, by=team.translator), by=team.reviewer)
    assert waiting(team.publisher) == [("Über uns", "Approved", "Publish")]
    assert waiting(team.translator) == waiting(team.reviewer) == []
    publish(page_of(record).specific.get_latest_revision_as_object())
    assert waiting(team.publisher) == []


def test_what_is_written_is_not_called_translating(
    german: StandardPage, team: Team, locales: dict[str, Locale]
) -> None:
    record = TranslationWork.objects.create(
        translation_key=german.translation_key,
        locale=locales["de-simple"],
        state=TranslationWork.State.ASSIGNED,
        assignee=team.translator,
    )
    assert waiting(team.translator) == [("Über uns", "Assigned", "Write")]
    TranslationWork.objects.filter(pk=record.pk).update(state=TranslationWork.State.IN_WORK)
    assert waiting(team.translator) == [("Über uns", "In work", "Go on writing")]


def test_a_reviewer_by_name_takes_the_place_of_the_role(french: Translation, team: Team) -> None:
    named = somebody(Role.REVIEWER, page_of(transitions.work_on(french)).get_parent(), username="nora")
    transitions.assign(transitions.work_on(french), team.translator, by=team.coordinator, reviewer=named)
    in_review(french, team)
    assert len(waiting(named)) == 1
    assert waiting(team.reviewer) == []


def test_own_text_does_not_wait_for_its_writer_where_two_must_read_it(french: Translation, team: Team) -> None:
    team.translator.groups.add(*team.reviewer.groups.all())
    in_review(french, team)
    assert len(waiting(User.objects.get(pk=team.translator.pk))) == 1
    TranslationSettings.objects.update_or_create(defaults={"four_eyes": True})
    assert waiting(User.objects.get(pk=team.translator.pk)) == []
    assert len(waiting(team.reviewer)) == 1


def test_a_translation_whose_source_changed_waits_for_its_translator(french: Translation, team: Team) -> None:
    record = transitions.approve(in_review(french, team), by=team.reviewer)
    page = publish(page_of(record).specific.get_latest_revision_as_object())
    assert waiting(team.translator) == []
    Basis.objects.update_or_create(edition=page.edition, defaults={"words_changed": 5})
    rows = rows_of(queue_for(team.translator), team.translator)
    assert [(row.state, row.step, row.words) for row in rows] == [("The source changed", "Update", "5 words changed")]


def test_what_lacks_texts_since_it_was_approved_waits_for_its_translator_not_for_the_publisher(
    french: Translation, german: StandardPage, team: Team
) -> None:
    transitions.approve(in_review(french, team), by=team.reviewer)
    german.intro = "Wer wir wirklich sind."
    TranslationSource.update_or_create_from_instance(german)
    assert waiting(team.publisher) == []
    assert waiting(team.translator) == [("Über uns", "The source changed", "Update")]


def test_what_nobody_has_is_passed_on_by_the_coordinator(french: Translation, team: Team) -> None:
    for unit in units_of(french):
        write(french, unit, unit.source, user=None)
    record = transitions.send_to_review(transitions.work_on(french), by=None, through="Agency")
    transitions.return_to_translator(record, by=team.reviewer, comment="Again.")
    assert waiting(team.coordinator) == [("Über uns", "Returned", "Pass on")]


def test_administrators_see_what_would_wait_for_nobody(french: Translation, team: Team, admin: User) -> None:
    in_review(french, team)
    assert waiting(admin) == []
    team.reviewer.groups.clear()
    assert waiting(admin) == [("Über uns", "In review", "Review")]


def test_deputies_see_whose_work_they_do(french: Translation, team: Team, client: Client) -> None:
    transitions.assign(transitions.work_on(french), team.translator, by=team.coordinator)
    deputy = somebody(Role.TRANSLATOR, page_of(transitions.work_on(french)).get_parent(), username="dora")
    today = timezone.localdate()
    deputyship = Deputyship.objects.create(person=team.translator, deputy=deputy, starts=today, ends=today)
    assert "You stand in for tara" in cells(shown(client, deputy))[0][0]
    Deputyship.objects.filter(pk=deputyship.pk).update(starts=today - timedelta(days=2), ends=today - timedelta(days=1))
    assert waiting(deputy) == []


def test_a_row_says_page_section_language_state_date_and_words(
    german: StandardPage, locales: dict[str, Locale], team: Team, client: Client
) -> None:
    below = publish(StandardPageFactory(parent=german, title="Anfahrt", slug="anfahrt"))
    Basis.objects.update_or_create(edition=below.edition, defaults={"words": 120})
    record = submitted(below, locales["fr"])
    yesterday = timezone.localdate() - timedelta(days=1)
    transitions.assign(record, team.translator, by=team.coordinator, due=yesterday, note="Short, please.")
    row = cells(shown(client, team.translator))[0]
    assert row[0] == "Anfahrt Über uns Short, please."
    assert row[1:3] == ["Français", "Assigned"]
    assert row[3].endswith("Overdue")
    assert row[4:] == ["120 words", "Translate"]
    link = shown(client, team.translator).select_one(".work-rows__next a")
    assert link["href"] == f"/admin/pages/{page_of(record).pk}/edit/"
    assert " ".join(link.get_text(" ").split()) == "Translate : Anfahrt (Français)"


def test_what_is_due_first_stands_first(home: HomePage, locales: dict[str, Locale], team: Team) -> None:
    today = timezone.localdate()
    for title, due in (("No date", None), ("Later", today + timedelta(days=9)), ("Soon", today)):
        record = submitted(publish(StandardPageFactory(parent=home, title=title)), locales["fr"])
        transitions.assign(record, team.translator, by=team.coordinator, due=due)
    assert [title for title, _state, _step in waiting(team.translator)] == ["Soon", "Later", "No date"]


def test_pages_in_moderation_wait_in_the_same_list(german: StandardPage, team: Team, client: Client) -> None:
    task = GroupApprovalTask.objects.create(name="Chief editor")
    task.groups.set(team.reviewer.groups.all())
    workflow = Workflow.objects.create(name="Moderation")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=german)
    german.save_revision()
    workflow.start(german, user=team.coordinator)
    assert waiting(team.reviewer) == [("Über uns", "In moderation: Chief editor", "Moderate")]
    assert waiting(team.translator) == []
    assert cells(shown(client, team.reviewer, "/admin/"))[0][2] == "In moderation: Chief editor"
    assert shown(client, team.reviewer, "/admin/").find(id="awaiting-review-heading") is None


def test_the_number_of_queries_does_not_depend_on_how_much_waits(
    home: HomePage,
    locales: dict[str, Locale],
    team: Team,
    client: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    made = [publish(StandardPageFactory(parent=home)) for _number in range(29)]
    first, rest = made[:3], made[3:]
    for page in first:
        transitions.assign(submitted(page, locales["fr"]), team.translator, by=team.coordinator)
    shown(client, team.translator)
    with django_assert_max_num_queries(100) as few:
        assert len(cells(shown(client, team.translator))) == 3
    for page in rest:
        transitions.assign(submitted(page, locales["fr"]), team.translator, by=team.coordinator)
    with django_assert_max_num_queries(len(few)):
        assert len(cells(shown(client, team.translator))) == 29
    with django_assert_max_num_queries(len(few)):
        shown(client, team.translator, "/admin/translation/mine/")


def test_a_long_list_has_pages(home: HomePage, locales: dict[str, Locale], team: Team, client: Client) -> None:
    for page in [publish(StandardPageFactory(parent=home)) for _number in range(32)]:
        transitions.assign(submitted(page, locales["fr"]), team.translator, by=team.coordinator)
    assert len(cells(shown(client, team.translator))) == 30
    assert len(cells(shown(client, team.translator, f"{WAITING}?p=2"))) == 2
    assert len(cells(shown(client, team.translator, f"{WAITING}?p=x"))) == 30
    home_page = shown(client, team.translator, "/admin/")
    assert len(cells(home_page)) == 5
    assert "See all 32 in the list" in home_page.get_text()


def test_an_empty_list_says_what_to_do(team: Team, client: Client) -> None:
    page = shown(client, team.translator)
    assert "Nothing waits for you." in page.get_text()
    assert "Work is handed out by: cleo." in page.get_text(" ", strip=True)
    assert page.find("a", string="Look where texts are missing or out of date")["href"].endswith("?language=fr")
    assert "/admin/translation/mine/" in [link["href"] for link in page.find_all("a")]
    assert "Nothing waits for you." in shown(client, team.translator, "/admin/").get_text()
    assert (
        "You have not worked on any translation yet."
        in shown(client, team.translator, "/admin/translation/mine/").get_text()
    )


def test_the_admin_says_that_nothing_is_lost_while_mail_does_not_work(
    french: Translation, team: Team, client: Client, admin: User
) -> None:
    transitions.assign(transitions.work_on(french), team.translator, by=team.coordinator)
    assert "E-mail cannot be sent" not in shown(client, team.translator).get_text()
    Notice.objects.update(created_at=timezone.now() - LATE - timedelta(minutes=1))
    assert "Nothing is lost" in shown(client, team.translator).get_text()
    assert "Nothing is lost" in shown(client, admin).get_text()
    assert "Nothing is lost" not in shown(client, team.reviewer).get_text()


def test_my_translations_hold_what_was_mine_and_can_be_filtered(
    french: Translation, home: HomePage, locales: dict[str, Locale], team: Team, client: Client
) -> None:
    second = submitted(publish(StandardPageFactory(parent=home, title="Zweite")), locales["fr"])
    transitions.assign(
        transitions.assign(second, team.translator, by=team.coordinator), team.reviewer, by=team.coordinator
    )
    in_review(french, team)
    address = "/admin/translation/mine/"
    assert {row[0] for row in cells(shown(client, team.translator, address))} == {"Über uns", "Zweite"}
    assert [row[0] for row in cells(shown(client, team.translator, f"{address}?state=in_review"))] == ["Über uns"]
    page = shown(client, team.translator, f"{address}?language=en")
    assert "Nothing fits these filters." in page.get_text()
    assert len(cells(shown(client, team.translator, f"{address}?state=nonsense"))) == 2


def test_people_who_may_not_open_the_admin_see_nothing(client: Client, db: None) -> None:
    client.force_login(UserFactory())
    assert client.get(WAITING).status_code == 302
