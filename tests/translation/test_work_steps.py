"""Work on a translation going from hand to hand."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation as languages
from wagtail.log_actions import registry
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation

from cms.translation.models import Deputyship, Notice, NoticePreference, Rewrite, TranslationWork, WorkComment
from cms.translation.texts.units import Origin, units_of
from cms.translation.texts.writing import write
from cms.translation.work import comments, transitions
from cms.translation.work.pages import page_of
from home.models import HomePage
from tests.factories.accounts import UserFactory
from tests.translation.team import Team, assemble

State = TranslationWork.State


@pytest.fixture
def team(french_home: HomePage) -> Team:
    return assemble(french_home)


@pytest.fixture
def record(french: Translation) -> TranslationWork:
    return transitions.work_on(french)


def translate_all(translation: Translation, user: object) -> TranslationWork:
    for unit in units_of(translation):
        write(translation, unit, unit.source.replace("neunzehn", "dix-neuf"), user=user)
    return transitions.work_on(translation)


def told(*events: str) -> list[tuple[str, str]]:
    notices = Notice.objects.filter(event__in=events) if events else Notice.objects.all()
    return sorted(notices.values_list("recipient__username", "event"))


def history(record: TranslationWork) -> list[tuple[str, str, str]]:
    entries = PageLogEntry.objects.filter(page=page_of(record), action__startswith="cms.translation").order_by("pk")
    return [
        (entry.user.username if entry.user else "", entry.formatter.format_message(entry), entry.comment)
        for entry in entries
    ]


def test_a_translation_goes_from_the_coordinator_to_the_publisher(
    french: Translation, record: TranslationWork, team: Team
) -> None:
    record = transitions.assign(
        record, team.translator, by=team.coordinator, due=date(2027, 5, 4), note="Formal, please."
    )
    assert (record.state, record.assignee, record.due) == (State.ASSIGNED, team.translator, date(2027, 5, 4))
    record = translate_all(french, team.translator)
    assert record.state == State.IN_WORK
    record = transitions.send_to_review(record, by=team.translator, comment="The name is a guess.")
    assert (record.state, record.submitted_by) == (State.IN_REVIEW, team.translator)
    record = transitions.return_to_translator(record, by=team.reviewer, comment="“Monde” needs a capital.")
    assert (record.state, record.assignee, record.submitted_by) == (State.RETURNED, team.translator, None)
    record = transitions.send_to_review(record, by=team.translator)
    record = transitions.approve(record, by=team.reviewer)
    assert (record.state, record.approved_by) == (State.APPROVED, team.reviewer)
    assert history(record) == [
        ("cleo", "Assigned the translation (fr) to tara, due on May 4, 2027", "Formal, please."),
        ("tara", "Began to work on the translation (fr)", ""),
        ("tara", "Sent the translation (fr) to review", "The name is a guess."),
        ("rene", "Returned the translation (fr) to the translator", "“Monde” needs a capital."),
        ("tara", "Sent the translation (fr) to review", ""),
        ("rene", "Approved the wording of the translation (fr)", ""),
    ]
    assert told() == [
        ("pia", "approved"),
        ("rene", "review_waits"),
        ("rene", "review_waits"),
        ("tara", "arrived"),
        ("tara", "returned"),
    ]


def test_approved_words_are_in_the_draft_of_the_page(french: Translation, team: Team) -> None:
    record = translate_all(french, team.translator)
    transitions.approve(transitions.send_to_review(record, by=team.translator), by=team.reviewer)
    draft = Page.objects.get(pk=page_of(record).pk).get_latest_revision_as_object()
    assert "dix-neuf" in str(draft.body)
    assert draft.live is False


def test_what_is_not_translated_cannot_be_sent_to_review(
    french: Translation, record: TranslationWork, team: Team
) -> None:
    with pytest.raises(ValidationError, match=r"5 texts are not translated yet\. Translate them first\."):
        transitions.send_to_review(record, by=team.translator)
    translate_all(french, team.translator)
    write(french, units_of(french)[0], "Machine", user=None, origin=Origin.MACHINE, tool="Engine")
    record = transitions.work_on(french)
    with pytest.raises(ValidationError, match="1 text comes from a machine and nobody has confirmed it"):
        transitions.send_to_review(record, by=team.translator)
    write(french, units_of(french)[0], "À propos", user=team.translator)
    Rewrite.objects.create(work=record, path="body.x.picture.alt_text")
    with pytest.raises(ValidationError, match="1 text has to be written anew"):
        transitions.send_to_review(record, by=team.translator)
    assert TranslationWork.objects.get().state == State.IN_WORK
    assert not Notice.objects.exists()


def test_a_text_that_changed_during_review_stands_against_approval(french: Translation, team: Team) -> None:
    record = transitions.send_to_review(translate_all(french, team.translator), by=team.translator)
    source = french.source.get_source_instance()
    source.intro = "Wer wir wirklich sind."
    source.save()
    french.source.update_from_db()
    with pytest.raises(ValidationError, match="1 text is not translated yet"):
        transitions.approve(record, by=team.reviewer)
    assert TranslationWork.objects.get().state == State.IN_REVIEW


def test_of_two_reviewers_at_once_the_second_gets_a_sentence_and_takes_nothing(french: Translation, team: Team) -> None:
    record = transitions.send_to_review(translate_all(french, team.translator), by=team.translator)
    as_the_second_saw_it = TranslationWork.objects.get(pk=record.pk)
    transitions.approve(record, by=team.reviewer)
    with pytest.raises(ValidationError, match="Somebody was faster: this translation is now “Approved”"):
        transitions.return_to_translator(as_the_second_saw_it, by=team.publisher, comment="No.")
    assert TranslationWork.objects.get().state == State.APPROVED
    assert not WorkComment.objects.exists()


@pytest.mark.parametrize(
    ("step", "arguments", "sentence"),
    [
        (transitions.approve, {}, "Only what was sent to review can be approved"),
        (transitions.take_back, {}, "It is not in review"),
        (transitions.return_to_translator, {"comment": "Why?"}, "It was not sent to review"),
        (transitions.return_to_translator, {"comment": " "}, "Write in the comment what is to be changed"),
        (transitions.plan_again, {}, "It is planned"),
        (transitions.plan_not, {"reason": ""}, "Say why the page is not planned"),
        (transitions.plan_not, {"reason": "x" * 256}, "Say it in at most 255 characters"),
    ],
)
def test_a_step_out_of_order_is_refused(
    step: object, arguments: dict[str, str], sentence: str, record: TranslationWork, team: Team
) -> None:
    with pytest.raises(ValidationError, match=sentence):
        step(record, by=team.reviewer, **arguments)
    assert TranslationWork.objects.get().state == State.OPEN
    assert not history(record)


def test_a_page_is_not_planned_with_a_reason_and_planned_again(record: TranslationWork, team: Team) -> None:
    record = transitions.assign(record, team.translator, by=team.coordinator)
    record = transitions.plan_not(record, " Only for locals. ", by=team.coordinator)
    assert (record.state, record.reason, record.assignee) == (State.NOT_PLANNED, "Only for locals.", None)
    with pytest.raises(ValidationError, match=r"“Not planned”\. It cannot be assigned now"):
        transitions.assign(record, team.translator, by=team.coordinator)
    record = transitions.plan_again(record, by=team.coordinator)
    assert (record.state, record.reason) == (State.OPEN, "")


def test_a_translator_takes_a_text_back_and_nobody_waits_any_more(french: Translation, team: Team) -> None:
    record = transitions.send_to_review(translate_all(french, team.translator), by=team.translator)
    record = transitions.take_back(record, by=team.translator)
    assert (record.state, record.submitted_by, record.assignee) == (State.IN_WORK, None, team.translator)


def test_a_correction_by_the_reviewer_leaves_the_text_in_review(french: Translation, team: Team) -> None:
    transitions.send_to_review(translate_all(french, team.translator), by=team.translator)
    write(french, units_of(french)[0], "À propos de nous", user=team.reviewer)
    assert TranslationWork.objects.get().state == State.IN_REVIEW
    write(french, units_of(french)[0], "À propos", user=team.translator)
    assert TranslationWork.objects.get().state == State.IN_WORK


def test_only_the_reviewer_named_is_told(french: Translation, record: TranslationWork, team: Team) -> None:
    named = UserFactory(username="nora")
    transitions.assign(record, team.translator, by=team.coordinator, reviewer=named)
    transitions.send_to_review(translate_all(french, team.translator), by=team.translator)
    assert told("review_waits") == [("nora", "review_waits")]


def test_whoever_does_it_is_not_told_and_who_wants_no_mail_neither(record: TranslationWork, team: Team) -> None:
    record = transitions.assign(record, team.translator, by=team.translator)
    assert not Notice.objects.exists()
    NoticePreference.objects.create(user=team.reviewer, when=NoticePreference.When.NEVER)
    transitions.assign(record, team.reviewer, by=team.coordinator)
    assert not Notice.objects.exists()


def test_deputies_are_told_too(record: TranslationWork, team: Team) -> None:
    deputy = UserFactory(username="dora")
    today = date.today()  # noqa: DTZ011
    Deputyship.objects.create(person=team.translator, deputy=deputy, starts=today, ends=today)
    transitions.assign(record, team.translator, by=team.coordinator)
    assert told() == [("dora", "arrived"), ("tara", "arrived")]


def test_comments_are_kept_with_their_place_and_shown_in_the_history(record: TranslationWork, team: Team) -> None:
    comments.add(record, "Is “Welt” a name here?", author=team.translator, path="title")
    comments.add(record, "Checked with the client.", origin=comments.Origin.FILE, path="intro")
    comments.add(record, "Checked with the client.", origin=comments.Origin.FILE, path="intro")
    assert [(comment.path, comment.text) for comment in comments.comments_on(record)] == [
        ("title", "Is “Welt” a name here?"),
        ("intro", "Checked with the client."),
    ]
    assert history(record) == [
        ("tara", "Commented on the translation (fr)", "Is “Welt” a name here?"),
        ("", "A comment on the translation (fr) came with a file", "Checked with the client."),
    ]
    with pytest.raises(ValidationError, match="Write the comment first"):
        comments.add(record, "  ", author=team.translator)


def test_every_entry_has_a_label_in_the_history_filter() -> None:
    labels = dict(registry.get_choices())
    with languages.override("en"):
        assert str(labels["cms.translation.approve"]) == "Approve translation"
