"""What other systems are told, and what happens when they do not listen."""

from collections.abc import Iterator
from datetime import timedelta
from ipaddress import ip_network
from itertools import pairwise

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from wagtail.models import Locale, Page, Site

from cms.core.cachetags import page_tag
from cms.publishing.changes.numbering import number_changes
from cms.publishing.models import Delivery, Webhook
from cms.publishing.webhooks import posting
from cms.publishing.webhooks.backoff import MOST_ATTEMPTS, PATIENCE
from cms.publishing.webhooks.claims import CLAIM, claim, claim_due
from cms.publishing.webhooks.outcomes import note_outcome, send_again
from cms.publishing.webhooks.posting import Answer
from cms.publishing.webhooks.problem import Problem
from cms.publishing.webhooks.queueing import queue_test
from cms.publishing.webhooks.sending import deliver_due, request_of
from tests.factories.core import publish, reloaded, translate
from tests.factories.home import StandardPageFactory
from tests.factories.publishing import WebhookFactory, let_it_be_due, let_time_pass
from tests.publishing.receiver import Receiver, receiver

State = Delivery.State


@pytest.fixture(autouse=True)
def _loopback_allowed(settings: Settings) -> None:
    """Let messages go to this machine, where the receivers of these tests are."""
    settings.WEBHOOK_PRIVATE_NETWORKS = [ip_network("127.0.0.0/8")]


@pytest.fixture
def target() -> Iterator[Receiver]:
    """Return a receiver that takes everything."""
    with receiver() as one:
        yield one


@pytest.fixture
def webhook(site: Site, target: Receiver) -> Webhook:
    """Return its webhook."""
    number_changes()
    return WebhookFactory(url=target.url)


@pytest.fixture
def message(webhook: Webhook) -> Delivery:
    """Return a message that is due."""
    return queue_test(webhook)


def fail_for(webhook: Webhook, attempts: int) -> None:
    """Let so many attempts fail, each at its time."""
    for _ in range(attempts):
        deliver_due()
        let_it_be_due(webhook)


def test_published_page_arrives_signed(site: Site, webhook: Webhook, target: Receiver) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, title="Wir", slug="wir"))
    assert deliver_due() == 1
    (request,) = target.received
    message = request.message
    assert request.is_signed_with(webhook.secret)
    assert not request.is_signed_with(WebhookFactory().secret)
    assert (request.path, request.headers["Content-Type"]) == ("/hook", "application/json")
    assert (message["id"], message["type"]) == (request.headers["webhook-id"], "page.published")
    assert message["data"]["page"] == {"id": page.pk, "key": str(page.translation_key), "type": "home.standardpage"}
    assert (message["data"]["locale"], message["data"]["paths"]) == ("de", ["/de/wir/"])
    assert page_tag(page.translation_key) in message["data"]["tags"]
    assert abs(int(request.headers["webhook-timestamp"]) - timezone.now().timestamp()) < 60
    delivery = webhook.deliveries.get()
    assert (delivery.state, delivery.attempts, delivery.last_status) == (State.DELIVERED, 1, 204)
    assert deliver_due() == 0


def test_signature_covers_body_identifier_and_moment(message: Delivery, target: Receiver) -> None:
    deliver_due()
    (request,) = target.received
    secret = message.webhook.secret
    assert request.is_signed_with(secret)
    for name, other in (("webhook-id", "evt_other"), ("webhook-timestamp", "1700000000")):
        was, request.headers[name] = request.headers[name], other
        assert not request.is_signed_with(secret)
        request.headers[name] = was
    request.body += b" "
    assert not request.is_signed_with(secret)


def test_only_chosen_kinds_are_sent(site: Site, webhook: Webhook, target: Receiver, locales: dict[str, Locale]) -> None:
    webhook.events = ["translation.published", "page.deleted"]
    webhook.save()
    page = publish(StandardPageFactory(parent=site.root_page, title="Wir", slug="wir"))
    publish(translate(page, locales["en"], title="About us"))
    reloaded(page).delete()
    deliver_due()
    kinds = [request.message["type"] for request in target.received]
    assert kinds == ["translation.published", "page.deleted"]


def test_draft_save_sends_nothing(site: Site, webhook: Webhook, target: Receiver) -> None:
    StandardPageFactory(parent=site.root_page).save_revision()
    assert (deliver_due(), target.received) == (0, [])


def test_commit_wakes_the_worker_once(
    site: Site, webhook: Webhook, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        publish(StandardPageFactory(parent=site.root_page))
        publish(StandardPageFactory(parent=site.root_page))
    queued = DBTaskResult.objects.filter(task_path="cms.publishing.webhooks.waking.send_webhooks")
    assert queued.count() == 1


def test_webhook_that_is_off_gets_nothing(site: Site, webhook: Webhook, target: Receiver) -> None:
    webhook.is_active = False
    webhook.save()
    publish(StandardPageFactory(parent=site.root_page))
    assert (deliver_due(), webhook.deliveries.count()) == (0, 0)


def test_failure_is_tried_again_later_and_later(webhook: Webhook, message: Delivery, target: Receiver) -> None:
    target.status = 500
    pauses = []
    for _ in range(6):
        before = timezone.now()
        assert deliver_due() == 1
        assert deliver_due() == 0
        message.refresh_from_db()
        assert (message.state, message.last_status, message.last_problem) == (State.FAILED, 500, Problem.STATUS)
        pauses.append((message.next_attempt_at - before).total_seconds())
        let_it_be_due(webhook)
    assert all(later > 2 * sooner for sooner, later in pairwise(pauses))
    target.status = 200
    assert deliver_due() == 1
    message.refresh_from_db()
    webhook.refresh_from_db()
    assert (message.state, message.attempts) == (State.DELIVERED, 7)
    assert (webhook.failing_since, webhook.rests_until, webhook.failures) == (None, None, 0)
    assert len({request.headers["webhook-id"] for request in target.received}) == 1
    assert all(request.is_signed_with(webhook.secret) for request in target.received)


def test_errors_for_a_day_switch_the_webhook_off(webhook: Webhook, message: Delivery, target: Receiver) -> None:
    target.status = 500
    rounds = 0
    while webhook.is_active:
        fail_for(webhook, 1)
        rounds += 1
        assert rounds <= MOST_ATTEMPTS
    message.refresh_from_db()
    assert rounds > 5
    assert (message.state, webhook.switched_off_at is not None) == (State.GIVEN_UP, True)
    assert webhook.switched_off_at - webhook.failing_since >= PATIENCE
    assert len(target.received) == rounds
    assert deliver_due() == 0


def test_message_that_alone_is_refused_is_given_up_while_others_arrive(
    webhook: Webhook, message: Delivery, target: Receiver
) -> None:
    for _ in range(MOST_ATTEMPTS):
        target.status = 400
        deliver_due()
        target.status = 204
        let_time_pass(webhook, timedelta(minutes=1))
        queue_test(webhook)
        deliver_due()
        let_it_be_due(webhook)
    message.refresh_from_db()
    webhook.refresh_from_db()
    assert webhook.is_active
    assert message.attempts >= 1
    assert webhook.deliveries.filter(state=State.DELIVERED).count() >= MOST_ATTEMPTS - 1


def test_target_that_is_gone_is_switched_off_at_once(webhook: Webhook, message: Delivery, target: Receiver) -> None:
    target.status = 410
    deliver_due()
    webhook.refresh_from_db()
    message.refresh_from_db()
    assert (webhook.is_active, message.state) == (False, State.GIVEN_UP)


def test_webhook_may_be_deleted_while_its_message_is_under_way(webhook: Webhook, message: Delivery) -> None:
    assert claim(message)
    webhook.delete()
    note_outcome(message, Answer(None, 204))
    assert not Delivery.objects.exists()


def test_redirect_is_not_followed(webhook: Webhook, message: Delivery, target: Receiver) -> None:
    target.status, target.location = 307, target.url
    deliver_due()
    message.refresh_from_db()
    assert (message.state, message.last_problem, len(target.received)) == (State.FAILED, Problem.REDIRECT, 1)


def test_hanging_target_holds_up_no_other(
    webhook: Webhook, message: Delivery, target: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "ALL_SECONDS", 2)
    with receiver(hangs=True) as stuck:
        other = WebhookFactory(url=stuck.url)
        held = queue_test(other)
        queue_test(webhook)
        assert deliver_due() == 3
    held.refresh_from_db()
    assert (held.state, held.last_problem) == (State.FAILED, Problem.TIMEOUT)
    delivered = webhook.deliveries.filter(state=State.DELIVERED)
    assert delivered.count() == 2
    assert all(one.delivered_at - one.tried_at < timedelta(seconds=1.5) for one in delivered)


def test_answer_that_trickles_without_end_is_broken_off(
    webhook: Webhook, message: Delivery, target: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(posting, "ALL_SECONDS", 1)
    target.trickles = True
    deliver_due()
    message.refresh_from_db()
    assert (message.state, message.last_problem) == (State.FAILED, Problem.TIMEOUT)


def test_of_a_long_answer_only_the_beginning_is_read(webhook: Webhook, message: Delivery, target: Receiver) -> None:
    target.status, target.body = 500, b"x" * 5_000_000
    deliver_due()
    message.refresh_from_db()
    assert message.last_answer == "x" * posting.MOST_READ


def test_nobody_listening_is_a_failure(webhook: Webhook, message: Delivery) -> None:
    with receiver() as closed:
        pass
    Webhook.objects.update(url=closed.url)
    deliver_due()
    message.refresh_from_db()
    assert (message.state, message.last_problem) == (State.FAILED, Problem.CONNECTION)


def test_message_is_claimed_once(message: Delivery) -> None:
    mine, other = (Delivery.objects.get(pk=message.pk) for _ in range(2))
    assert claim(mine)
    assert not claim(other)
    assert list(claim_due((), 8)) == []


def test_worker_killed_between_claim_and_sending_loses_no_message(
    webhook: Webhook, message: Delivery, target: Receiver
) -> None:
    assert claim(message)
    assert (deliver_due(), target.received) == (0, [])
    let_time_pass(webhook, CLAIM)
    assert deliver_due() == 1
    message.refresh_from_db()
    assert (message.state, message.attempts, len(target.received)) == (State.DELIVERED, 2, 1)


def test_worker_that_lost_its_claim_changes_nothing(webhook: Webhook, message: Delivery) -> None:
    assert claim(message)
    let_time_pass(webhook, CLAIM)
    second = Delivery.objects.get(pk=message.pk)
    assert claim(second)
    note_outcome(message, Answer(None, 204))
    second.refresh_from_db()
    assert second.state == State.WAITING
    note_outcome(second, Answer(Problem.STATUS, 500))
    note_outcome(message, Answer(None, 204))
    second.refresh_from_db()
    assert second.state == State.FAILED


def test_sent_again_a_message_keeps_its_identifier(webhook: Webhook, message: Delivery, target: Receiver) -> None:
    deliver_due()
    send_again(message)
    assert deliver_due() == 1
    first, second = target.received
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    assert second.is_signed_with(webhook.secret)
    assert webhook.deliveries.count() == 1


def test_host_is_looked_up_once_for_check_and_connection(
    message: Delivery, target: Receiver, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    """A name that leads to an allowed address first and to another one afterwards (DNS rebinding) leads nowhere new."""
    import socket

    real, asked = socket.getaddrinfo, []

    def rebinding(host: str, *args: object, **kwargs: object) -> list:
        asked.append(host)
        first = "127.0.0.1" if asked.count(host) == 1 else "127.0.0.2"
        return real(first if host == "hooks.example.org" else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    settings.WEBHOOK_PRIVATE_NETWORKS = [ip_network("127.0.0.1/32")]
    Webhook.objects.update(url=f"http://hooks.example.org:{target.port}/hook")
    message.webhook.refresh_from_db()
    answer = posting.post(*request_of(message))
    assert (answer.problem, asked.count("hooks.example.org")) == (None, 1)
    assert target.received[0].headers["Host"] == f"hooks.example.org:{target.port}"


def test_pages_are_sent_in_the_order_of_the_log(site: Site, webhook: Webhook, target: Receiver) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, title="Wir", slug="wir"))
    reloaded(page).unpublish()
    publish(reloaded(page))
    Page.objects.get(pk=page.pk).delete()
    deliver_due()
    kinds = [request.message["type"] for request in target.received]
    assert kinds == ["page.published", "page.unpublished", "page.published", "page.deleted"]
    cursors = [int(request.message["data"]["cursor"]) for request in target.received]
    assert cursors == sorted(cursors)
