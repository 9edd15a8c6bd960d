"""Who may approve, and what is published only once it is approved."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.core.problems.registry import PublishingRefused, publishing_problems
from cms.translation.models import LocaleRole, TranslationSettings, TranslationWork
from cms.translation.roles import rights
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from cms.translation.work.transitions import work_on
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.clock import make_due, schedule
from tests.factories.core import publish, reloaded
from tests.factories.home import HomePageFactory, StandardPageFactory
from tests.factories.roles import holder

Role = LocaleRole.Role
State = TranslationWork.State
SENTENCE = "The wording is not approved yet. Send it to review, or ask a reviewer."


@pytest.fixture
def reviewer(locales: dict[str, Locale]) -> User:
    return holder(Role.REVIEWER, locales["fr"])


@pytest.fixture
def written(french: Translation) -> Callable[[User, int], TranslationWork]:
    """Let somebody translate some texts, send them in, and return the work."""

    def write_texts(user: User, texts: int = 1, submitted_by: User | None = None) -> TranslationWork:
        for unit in units_of(french)[:texts]:
            write(french, unit, f"{unit.source} fr", user=user)
        work = work_on(french)
        work.state, work.submitted_by = State.IN_REVIEW, submitted_by
        work.save()
        return work

    return write_texts


@pytest.fixture
def translated(written: Callable, french: Translation) -> TranslationWork:
    """Let somebody translate all texts and send them in, and return the work."""
    work = written(UserFactory(), texts=len(units_of(french)))
    french.save_target(publish=False)
    return work


def four_eyes(on: bool = True) -> None:
    TranslationSettings.objects.update_or_create(defaults={"four_eyes": on})


def test_reviewers_approve_what_others_wrote(written: Callable, reviewer: User) -> None:
    four_eyes()
    assert rights.can_approve_work(reviewer, written(UserFactory()))


def test_nobody_approves_their_own_text_where_the_office_wants_four_eyes(
    written: Callable, reviewer: User, admin: User
) -> None:
    work = written(reviewer)
    assert rights.can_approve_work(reviewer, work)
    four_eyes()
    assert not rights.can_approve_work(reviewer, work)
    assert rights.can_approve_work(admin, work)
    assert not rights.can_approve_work(admin, written(admin, texts=2))


def test_nobody_approves_what_they_sent_in(written: Callable, reviewer: User) -> None:
    four_eyes()
    assert not rights.can_approve_work(reviewer, written(UserFactory(), submitted_by=reviewer))


def test_one_sentence_among_many_is_enough(written: Callable, reviewer: User) -> None:
    four_eyes()
    written(reviewer, texts=1)
    assert not rights.can_approve_work(reviewer, written(UserFactory(), texts=3))


def test_texts_that_the_source_has_no_more_do_not_count(
    written: Callable, reviewer: User, french: Translation, german: StandardPage
) -> None:
    four_eyes()
    work = written(reviewer)
    german.title = "Wir"
    publish(german)
    french.source.update_from_db()
    assert rights.can_approve_work(reviewer, work)


def test_four_eyes_hold_for_pages_that_are_written(home: HomePage, locales: dict[str, Locale]) -> None:
    four_eyes()
    easy = locales["de-simple"]
    front = HomePageFactory(parent=home.get_parent(), title="Start", slug="start", locale=easy)
    page = publish(StandardPageFactory(parent=front, locale=easy))
    reviewer = holder(Role.REVIEWER, easy)
    work = TranslationWork.objects.create(translation_key=page.translation_key, locale=easy, state=State.IN_REVIEW)
    assert rights.can_approve_work(reviewer, work)
    page.save_revision(user=reviewer)
    assert not rights.can_approve_work(reviewer, work)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (State.OPEN, SENTENCE),
        (State.ASSIGNED, SENTENCE),
        (State.IN_WORK, SENTENCE),
        (State.RETURNED, SENTENCE),
        (State.IN_REVIEW, "The wording is not approved yet. Ask a reviewer to approve it."),
        (
            State.NOT_PLANNED,
            "This page is not planned in its language. Ask the language coordinator to plan it again.",
        ),
    ],
)
def test_a_page_that_was_worked_on_is_published_only_once_approved(
    state: str, sentence: str, translated: TranslationWork, french: Translation
) -> None:
    reason = "x" if state == State.NOT_PLANNED else ""
    TranslationWork.objects.filter(pk=translated.pk).update(state=state, reason=reason)
    page = french.get_target_instance()
    assert [problem.message for problem in publishing_problems(page)] == [sentence]
    with pytest.raises(PublishingRefused):
        page.get_latest_revision().publish()
    assert not reloaded(page).live
    TranslationWork.objects.update(state=State.APPROVED, reason="")
    page.get_latest_revision().publish()
    assert reloaded(page).live


def test_an_office_may_do_without_approval(translated: TranslationWork, french: Translation) -> None:
    TranslationSettings.objects.create(approval_required=False)
    french.get_target_instance().get_latest_revision().publish()
    assert french.get_target_instance().live


def test_pages_nobody_worked_on_need_no_approval(
    translated: TranslationWork, french: Translation, german: StandardPage
) -> None:
    translated.delete()
    assert publishing_problems(french.get_target_instance()) == []
    assert publishing_problems(german) == []


def test_work_in_one_language_leaves_the_others_alone(written: Callable, german: StandardPage) -> None:
    written(UserFactory())
    assert publish(german).live


def test_a_page_that_goes_its_own_way_has_each_change_approved(
    translated: TranslationWork, french: Translation
) -> None:
    TranslationWork.objects.filter(pk=translated.pk).update(state=State.APPROVED, approved_at=timezone.now())
    page = french.get_target_instance()
    Translation.objects.filter(pk=french.pk).update(enabled=False)
    publish(page.get_latest_revision_as_object())
    page.title = "Nous"
    page.save_revision()
    sentence = "The wording was changed after it was approved. Save the draft and send it to review again."
    assert [problem.message for problem in publishing_problems(page)] == [sentence]


def test_a_schedule_waits_for_approval(translated: TranslationWork, french: Translation) -> None:
    TranslationWork.objects.filter(pk=translated.pk).update(state=State.APPROVED)
    page = french.get_target_instance()
    schedule(page)
    TranslationWork.objects.filter(pk=translated.pk).update(state=State.IN_WORK)
    with pytest.raises(PublishingRefused):
        make_due(page).publish()
    assert not reloaded(page).live


def test_the_publisher_is_told_in_the_admin(
    written: Callable, french: Translation, client: Client, locales: dict[str, Locale]
) -> None:
    written(UserFactory())
    client.force_login(holder(Role.PUBLISHER, locales["fr"]))
    address = reverse("wagtailadmin_pages:edit", args=[french.get_target_instance().pk])
    answer = client.post(address, {"action": "publish"}, follow=True)
    assert "The wording is not approved yet" in answer.content.decode()
    assert not french.get_target_instance().live
