"""Who is told that a source changed: of texts too that nobody works on here, such as those that came with a bundle."""

import pytest
from django.core import mail
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.core.problems.registry import publishing_problems
from cms.translation.coverage.matrix import rows
from cms.translation.coverage.selection import Selection
from cms.translation.lifecycle.importance import Importance, set_importance
from cms.translation.models import Notice, NoticePreference, TranslationWork
from cms.translation.notices.sending import send_due
from cms.translation.work import transitions
from home.models import HomePage, StandardPage
from tests.factories.core import publish, reloaded, translate
from tests.translation.team import Team, assemble

State = TranslationWork.State


@pytest.fixture
def english_home(home: HomePage, locales: dict[str, Locale]) -> HomePage:
    return publish(translate(home, locales["en"], title="Home"))


@pytest.fixture
def english(german: StandardPage, english_home: HomePage, locales: dict[str, Locale]) -> StandardPage:
    """Return the published English version; there is no record of work on it."""
    return publish(translate(german, locales["en"], title="About us"))


@pytest.fixture
def team(english_home: HomePage) -> Team:
    return assemble(english_home)


def change(page: StandardPage, importance: Importance = Importance.NORMAL) -> None:
    page = reloaded(page)
    page.intro = f"{page.intro} Und mehr."
    revision = page.save_revision()
    set_importance(revision, importance)
    revision.publish()


def told() -> list[str]:
    return sorted(Notice.objects.values_list("recipient__username", flat=True))


def test_the_coordinator_is_told_of_a_text_that_nobody_has(
    english: StandardPage, german: StandardPage, team: Team
) -> None:
    change(german)
    send_due()
    [message] = mail.outbox
    assert (message.to, message.subject) == (["cleo@example.org"], "The source changed: Über uns → English")
    assert "The source changed by 2 words." in message.body


def test_whoever_gets_it_then_is_told_of_the_next_change(
    english: StandardPage, german: StandardPage, team: Team
) -> None:
    change(german)
    transitions.assign(TranslationWork.objects.get(), team.translator, by=team.coordinator)
    Notice.objects.all().delete()
    change(german)
    assert told() == ["tara"]


def test_where_nobody_coordinates_the_translators_of_the_language_are_told(
    english: StandardPage, german: StandardPage, team: Team
) -> None:
    User.objects.filter(pk=team.coordinator.pk).update(is_active=False)
    change(german)
    assert told() == ["tara"]


def test_who_wants_no_mail_is_not_told(english: StandardPage, german: StandardPage, team: Team) -> None:
    NoticePreference.objects.create(user=team.coordinator, when=NoticePreference.When.NEVER)
    change(german)
    assert told() == []


def test_a_minor_change_is_told_to_nobody(english: StandardPage, german: StandardPage, team: Team) -> None:
    change(german, Importance.MINOR)
    assert told() == []
    assert not TranslationWork.objects.exists()


def test_a_language_without_the_page_and_one_that_leaves_it_out_are_not_told_of(
    english: StandardPage, german: StandardPage, french: Translation, locales: dict[str, Locale], team: Team
) -> None:
    record = TranslationWork.objects.create(translation_key=german.translation_key, locale=locales["en"])
    transitions.plan_not(record, "Not needed.", by=team.coordinator)
    change(german)
    assert told() == []


def test_an_editor_still_publishes_the_version_they_write(
    english: StandardPage, german: StandardPage, team: Team
) -> None:
    change(german)
    assert TranslationWork.objects.get().state == State.OPEN
    assert publishing_problems(reloaded(english)) == []
    [row] = rows(Selection.of(["en"]).pages().filter(pk=german.pk), Selection.of(["en"]).languages)
    assert row.cells[0].state == State.OPEN
    publish(reloaded(english))
    [row] = rows(Selection.of(["en"]).pages().filter(pk=german.pk), Selection.of(["en"]).languages)
    assert row.cells[0].state == ""


def test_where_somebody_translated_before_the_wording_still_has_to_be_approved(
    french: Translation, german: StandardPage, team: Team
) -> None:
    record = transitions.began(transitions.work_on(french), team.translator)
    record = transitions.plan_not(record, "Not needed.", by=team.coordinator)
    assert transitions.plan_again(record, by=team.coordinator).state == State.OPEN
    problems = [one.message for one in publishing_problems(french.get_target_instance())]
    assert "The wording is not approved yet. Send it to review, or ask a reviewer." in problems
