"""Mail about translations: what it says, when it goes out, and what happens while mail does not work."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.models import Deputyship, Notice, NoticePreference, TranslationWork
from cms.translation.notices import telling
from cms.translation.notices.sending import CLAIM, LATE, held_up, last_digest, send_due
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from cms.translation.work import transitions
from cms.translation.work.pages import page_of
from home.models import HomePage
from tests.factories.accounts import UserFactory
from tests.translation.team import Role, Team, assemble, somebody

Event = Notice.Event
When = NoticePreference.When


@pytest.fixture
def team(french_home: HomePage) -> Team:
    return assemble(french_home)


@pytest.fixture
def record(french: Translation) -> TranslationWork:
    return transitions.work_on(french)


class DeadServer(EmailBackend):
    """A mail server that cannot be reached."""

    def send_messages(self, messages: Any) -> int:
        raise ConnectionRefusedError(111, "Connection refused")


class PickyServer(EmailBackend):
    """A mail server that refuses one recipient."""

    def send_messages(self, messages: Any) -> int:
        if messages[0].to == ["tara@example.org"]:
            raise SMTPRecipientsRefused({"tara@example.org": (550, b"No such user")})
        return super().send_messages(messages)


def prefer(user: User, when: str) -> None:
    NoticePreference.objects.update_or_create(user=user, defaults={"when": when})


def test_new_work_is_told_by_a_mail_that_says_all_one_needs(record: TranslationWork, team: Team) -> None:
    transitions.assign(record, team.translator, by=team.coordinator, due=date(2027, 5, 4), note="Formal, please.")
    send_due()
    [message] = mail.outbox
    assert message.to == ["tara@example.org"]
    assert message.subject == "New work: Über uns → Français"
    assert message.body.splitlines() == [
        "Hello tara,",
        "",
        "New work",
        "",
        "– Über uns → Français",
        "  cleo: Formal, please.",
        "  Due on May 4, 2027.",
        f"  http://localhost/admin/pages/{page_of(record).pk}/edit/",
        "",
        "All that waits for you: http://localhost/admin/translation/waiting/",
        "How often you get such mail: http://localhost/admin/account/",
    ]
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert message.alternatives == []
    send_due()
    assert len(mail.outbox) == 1


def test_mail_is_in_the_language_of_whoever_reads_it(record: TranslationWork, french_home: HomePage) -> None:
    reader = somebody(Role.TRANSLATOR, french_home, username="dana", language="de")
    transitions.assign(record, reader, by=None, due=date(2027, 5, 4))
    send_due()
    assert "4. Mai 2027" in mail.outbox[0].body


def test_names_in_a_mail_that_runs_from_right_to_left_keep_their_order(
    record: TranslationWork, french_home: HomePage
) -> None:
    transitions.assign(record, somebody(Role.TRANSLATOR, french_home, username="dana", language="ar"), by=None)
    send_due()
    assert mail.outbox[0].subject.endswith(": \u2068Über uns\u2069 ← \u2068Français\u2069")


def test_several_notices_are_one_mail_in_groups(french: Translation, record: TranslationWork, team: Team) -> None:
    record = transitions.assign(record, team.translator, by=team.coordinator)
    telling.tell_source_changed(record, 5)
    send_due()
    [message] = mail.outbox
    assert message.subject == "2 messages about translations"
    assert message.body.index("New work") < message.body.index("The source changed by 5 words.")


def test_a_mail_about_a_whole_section_names_some_pages_and_counts_the_others(
    record: TranslationWork, team: Team
) -> None:
    Notice.objects.bulk_create(
        Notice(recipient=team.translator, work=record, event=Event.SOURCE_CHANGED, text="1") for _number in range(32)
    )
    send_due()
    assert mail.outbox[0].body.count("– Über uns → Français") == 30
    assert "… and 2 more." in mail.outbox[0].body


def test_only_the_last_change_of_a_source_is_told(record: TranslationWork, team: Team) -> None:
    record = transitions.assign(record, team.translator, by=team.translator)
    telling.tell_source_changed(record, 3)
    telling.tell_source_changed(record, 8)
    send_due()
    assert [("by 3 words" in one.body, "by 8 words" in one.body) for one in mail.outbox] == [(False, True)]


def test_a_change_under_nobodys_work_is_told_to_the_coordinators(record: TranslationWork, team: Team) -> None:
    telling.tell_source_changed(record, 1)
    send_due()
    assert [message.to for message in mail.outbox] == [["cleo@example.org"]]
    assert "The source changed by 1 word." in mail.outbox[0].body


def test_review_return_and_approval_are_told(french: Translation, team: Team) -> None:
    for unit in units_of(french):
        write(french, unit, unit.source, user=team.translator)
    record = transitions.send_to_review(transitions.work_on(french), by=team.translator, comment="The name is a guess.")
    send_due()
    record = transitions.return_to_translator(record, by=team.reviewer, comment="Look at\nthe title.")
    send_due()
    transitions.approve(transitions.send_to_review(record, by=team.translator), by=team.reviewer)
    send_due()
    assert [(message.to, message.subject) for message in mail.outbox] == [
        (["rene@example.org"], "Review waits: Über uns → Français"),
        (["tara@example.org"], "Returned by review: Über uns → Français"),
        (["pia@example.org"], "Approved, ready to be published: Über uns → Français"),
    ]
    assert "  tara: The name is a guess." in mail.outbox[0].body
    assert "  rene: Look at\n  the title." in mail.outbox[1].body


def test_what_does_not_hold_any_more_is_not_told(french: Translation, team: Team) -> None:
    for unit in units_of(french):
        write(french, unit, unit.source, user=team.translator)
    transitions.take_back(
        transitions.send_to_review(transitions.work_on(french), by=team.translator), by=team.translator
    )
    send_due()
    assert mail.outbox == []
    assert not Notice.objects.filter(sent_at=None).exists()


def test_deputies_are_told_for_whom(record: TranslationWork, team: Team) -> None:
    deputy = UserFactory(username="dora")
    today = timezone.localdate()
    Deputyship.objects.create(person=team.translator, deputy=deputy, starts=today, ends=today)
    transitions.assign(record, team.translator, by=team.coordinator)
    send_due()
    bodies = {message.to[0]: message.body for message in mail.outbox}
    assert "You stand in for tara." in bodies["dora@example.org"]
    assert "You stand in" not in bodies["tara@example.org"]


def test_a_digest_waits_for_the_morning_and_holds_everything(record: TranslationWork, team: Team) -> None:
    prefer(team.translator, When.DIGEST)
    record = transitions.assign(record, team.translator, by=team.coordinator)
    telling.tell_source_changed(record, 5)
    send_due()
    assert mail.outbox == []
    Notice.objects.update(created_at=last_digest(timezone.now()) - timedelta(minutes=1))
    send_due()
    assert [message.subject for message in mail.outbox] == ["2 messages about translations"]
    telling.tell_source_changed(record, 6)
    send_due()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("now", "digest"), [("2027-05-04T06:00", "2027-05-04T06:00"), ("2027-05-04T05:59", "2027-05-03T06:00")]
)
def test_digests_are_due_at_six_in_the_morning_of_the_office(now: str, digest: str) -> None:
    zone = timezone.get_default_timezone()
    moments = [datetime.fromisoformat(text).replace(tzinfo=zone) for text in (now, digest)]
    assert last_digest(moments[0]) == moments[1]


def test_who_wants_none_gets_none_even_of_what_waited(record: TranslationWork, team: Team) -> None:
    transitions.assign(record, team.translator, by=team.coordinator)
    prefer(team.translator, When.NEVER)
    send_due()
    assert mail.outbox == []


def test_while_the_mail_server_is_down_nothing_is_lost(record: TranslationWork, team: Team, settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    transitions.assign(record, team.translator, by=team.coordinator)
    send_due()
    assert Notice.objects.filter(sent_at=None, claimed_at=None).count() == 1
    assert not held_up(team.translator).exists()
    Notice.objects.update(created_at=timezone.now() - LATE - timedelta(seconds=1))
    assert held_up(team.translator).exists()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send_due()
    assert len(mail.outbox) == 1
    assert not held_up().exists()


def test_one_refused_address_does_not_keep_others_from_their_mail(
    record: TranslationWork, team: Team, settings: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.PickyServer"
    telling.tell([team.translator, team.reviewer], Event.SOURCE_CHANGED, record, "2")
    send_due()
    assert [message.to for message in mail.outbox] == [["rene@example.org"]]
    assert Notice.objects.get(sent_at=None).recipient == team.translator


def test_what_another_process_is_sending_is_left_to_it_for_a_while(record: TranslationWork, team: Team) -> None:
    transitions.assign(record, team.translator, by=team.coordinator)
    Notice.objects.update(claimed_at=timezone.now())
    send_due()
    assert mail.outbox == []
    Notice.objects.update(claimed_at=timezone.now() - CLAIM - timedelta(seconds=1))
    send_due()
    assert len(mail.outbox) == 1


class SlowServer(EmailBackend):
    """A mail server that takes so long over its first mail that another process does something meanwhile."""

    meanwhile: Callable[[], Any] | None = None

    def send_messages(self, messages: Any) -> int:
        meanwhile, SlowServer.meanwhile = SlowServer.meanwhile, None
        if meanwhile:
            meanwhile()
        return super().send_messages(messages)


def claim_the_rest() -> None:
    """Do what another process does first: set about sending what nobody has begun to send."""
    Notice.objects.filter(claimed_at=None).update(claimed_at=timezone.now())


@pytest.mark.parametrize(
    ("meanwhile", "told"), [(send_due, ["pia", "rene", "tara"]), (claim_the_rest, ["tara"])], ids=["sends", "claims"]
)
def test_of_two_processes_at_once_each_notice_is_sent_by_one(
    meanwhile: Callable[[], None], told: list[str], record: TranslationWork, team: Team, settings: Any
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.SlowServer"
    telling.tell([team.translator, team.reviewer, team.publisher], Event.SOURCE_CHANGED, record, "2")
    SlowServer.meanwhile = meanwhile
    send_due()
    assert sorted(message.to[0] for message in mail.outbox) == [f"{name}@example.org" for name in told]


def test_sending_is_left_to_the_worker(
    record: TranslationWork,
    team: Team,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        record = transitions.assign(record, team.translator, by=team.coordinator)
        transitions.assign(record, team.reviewer, by=team.coordinator)
    assert mail.outbox == []
    queued = DBTaskResult.objects.filter(task_path="cms.translation.notices.sending.send_notices")
    assert queued.count() == 1
    cache.clear()
    prefer(team.translator, When.DIGEST)
    with django_capture_on_commit_callbacks(execute=True):
        telling.tell([team.translator], Event.SOURCE_CHANGED, record, "1")
    assert queued.count() == 1


def test_how_often_mail_comes_is_chosen_in_the_account(
    client: Client, team: Team, locales: dict[str, Locale], account_form: Callable[[Client], dict[str, str]]
) -> None:
    client.force_login(team.translator)
    form = account_form(client) | {"name_email-first_name": "Tara", "name_email-last_name": "Weber"}
    assert form["translation_notices-when"] == "at_once"
    response = client.post("/admin/account/", {**form, "translation_notices-when": "digest"})
    assert response.status_code == 302
    assert NoticePreference.objects.get(user=team.translator).when == When.DIGEST
    assert account_form(client)["translation_notices-when"] == "digest"
    client.post("/admin/account/", {**form, "translation_notices-when": "never"})
    assert NoticePreference.objects.get(user=team.translator).when == When.NEVER


@pytest.fixture
def account_form() -> Callable[[Client], dict[str, str]]:
    def read(client: Client) -> dict[str, str]:
        form = BeautifulSoup(client.get("/admin/account/").content, "html.parser").find("form")
        fields = form.select("input[name], select[name]")
        values = {}
        for field in fields:
            if field.get("type") in ("radio", "checkbox") and not field.has_attr("checked"):
                continue
            chosen = field.select_one("option[selected]") if field.name == "select" else field
            values[field["name"]] = chosen.get("value", "") if chosen else ""
        return values

    return read
