"""Webhooks and their messages in the admin."""

from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import Site

from cms.publishing.changes.numbering import number_changes
from cms.publishing.models import Delivery, Webhook
from cms.publishing.webhooks import sending
from cms.publishing.webhooks.posting import Answer
from cms.publishing.webhooks.queueing import message_id, queue_test
from cms.publishing.webhooks.sending import deliver_due
from tests.factories.core import publish
from tests.factories.groups import AdminGroupFactory
from tests.factories.home import StandardPageFactory
from tests.factories.publishing import WebhookFactory
from tests.factories.roles import member
from tests.publishing.receiver import Receiver, receiver

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture(autouse=True)
def _loopback_allowed(settings: Settings) -> None:
    settings.WEBHOOK_PRIVATE_NETWORKS = [ip_network("127.0.0.0/8")]


@pytest.fixture
def target() -> Iterator[Receiver]:
    """Return a receiver that takes everything."""
    with receiver() as one:
        yield one


@pytest.fixture
def webhook(target: Receiver) -> Webhook:
    """Return its webhook, which is told of nothing before it was made."""
    number_changes()
    return WebhookFactory(name="Static site", url=target.url)


def form(**values: Any) -> dict[str, Any]:
    return {
        "name": "Static site",
        "url": "http://127.0.0.1:9/",
        "is_active": "on",
        "events": ["page.published"],
        **values,
    }


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def main_text(response: Any) -> str:
    return soup(response).main.get_text(" ", strip=True)


def test_empty_lists_say_what_webhooks_are_for(staff: Client) -> None:
    assert "There is no webhook yet." in main_text(staff.get(reverse("webhooks:index")))
    assert "Nothing was sent yet." in main_text(staff.get(reverse("webhook_deliveries:index")))


def test_added_webhook_shows_its_secret_then_and_not_before(staff: Client) -> None:
    new = staff.get(reverse("webhooks:add"))
    assert "whsec_" not in new.content.decode()
    response = staff.post(reverse("webhooks:add"), form(), follow=True)
    webhook = Webhook.objects.get()
    assert response.redirect_chain[-1][0] == reverse("webhooks:edit", args=[webhook.pk])
    assert [one.get_text() for one in soup(response).main.find_all("bdi", dir="ltr")] == [webhook.secret]
    assert webhook.events == ["page.published"]


def test_secret_cannot_be_typed_and_stays(staff: Client, webhook: Webhook) -> None:
    secret = webhook.secret
    staff.post(reverse("webhooks:edit", args=[webhook.pk]), form(secret="whsec_AAAA"))
    webhook.refresh_from_db()
    assert (webhook.secret, webhook.url) == (secret, "http://127.0.0.1:9/")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"url": "http://10.0.0.1/"}, "The address is in a private network, where nothing may be sent to."),
        ({"url": "https://nobody.invalid/"}, "The host of this address is not known."),
        ({"url": "ftp://127.0.0.1/"}, "The address must look like https://host/path."),
        ({"events": []}, "This field is required."),
        ({"events": ["page.eaten"]}, "page.eaten"),
    ],
)
def test_bad_values_are_refused_with_a_sentence(staff: Client, values: dict[str, Any], sentence: str) -> None:
    response = staff.post(reverse("webhooks:add"), form(**values))
    assert sentence in main_text(response)
    assert not Webhook.objects.exists()


def test_test_event_is_sent_at_once_and_shown(staff: Client, webhook: Webhook, target: Receiver) -> None:
    address = reverse("webhooks:test", args=[webhook.pk])
    assert "webhook.test" in main_text(staff.get(address))
    assert target.received == []
    response = staff.post(address, follow=True)
    assert "The message has arrived." in soup(response).get_text()
    assert "Next attempt" not in main_text(response)
    (request,) = target.received
    assert request.is_signed_with(webhook.secret)
    assert request.message["type"] == "webhook.test"
    assert request.headers["webhook-id"] in main_text(response)


def test_test_event_that_fails_says_why(staff: Client, webhook: Webhook, target: Receiver) -> None:
    target.status, target.body = 500, b"<b>broken</b>"
    response = staff.post(reverse("webhooks:test", args=[webhook.pk]), follow=True)
    assert "The message did not arrive. The answer was an error." in soup(response).get_text()
    assert "<b>broken</b>" in main_text(response)
    assert "Next attempt" in main_text(response)
    assert not soup(response).main.find("b", string="broken")


def test_webhook_deleted_while_its_test_event_is_under_way_is_said(
    staff: Client, webhook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def delete(*request: Any) -> Answer:
        webhook.delete()
        return Answer(None, 204)

    monkeypatch.setattr(sending, "post", delete)
    response = staff.post(reverse("webhooks:test", args=[webhook.pk]), follow=True)
    assert response.status_code == 200
    assert "The webhook was deleted meanwhile." in soup(response).get_text()


def test_message_is_sent_again_under_its_identifier(staff: Client, webhook: Webhook, target: Receiver) -> None:
    delivery = queue_test(webhook)
    deliver_due()
    staff.post(reverse("webhook_deliveries:again", args=[delivery.pk]))
    assert [request.headers["webhook-id"] for request in target.received] == [message_id(delivery.event)] * 2


def test_webhook_that_is_off_can_be_tested_without_being_queued(
    staff: Client, webhook: Webhook, target: Receiver
) -> None:
    Webhook.objects.update(is_active=False)
    target.status = 500
    staff.post(reverse("webhooks:test", args=[webhook.pk]))
    assert Delivery.objects.get().state == Delivery.State.GIVEN_UP


def test_switched_off_webhook_is_told_on_the_home_of_the_admin_until_it_is_on(staff: Client, webhook: Webhook) -> None:
    home = reverse("wagtailadmin_home")
    assert "Webhooks that were switched off" not in main_text(staff.get(home))
    Webhook.objects.update(is_active=False, switched_off_at=timezone.now(), failing_since=timezone.now(), failures=9)
    assert "Static site" in main_text(staff.get(home))
    assert "Switched off after a day of failures" in main_text(staff.get(reverse("webhooks:index")))
    staff.post(reverse("webhooks:edit", args=[webhook.pk]), form())
    webhook.refresh_from_db()
    assert (webhook.is_active, webhook.failing_since, webhook.failures, webhook.switched_off_at) == (
        True,
        None,
        0,
        None,
    )
    assert "Webhooks that were switched off" not in main_text(staff.get(home))


def test_messages_are_filtered(staff: Client, webhook: Webhook, target: Receiver) -> None:
    queue_test(webhook)
    deliver_due()
    other = WebhookFactory(name="Kiosk")
    queue_test(other)
    address = reverse("webhook_deliveries:index")
    rows = [
        soup(staff.get(address, query)).select("main tbody tr")
        for query in ({}, {"state": "delivered"}, {"webhook": other.pk}, {"kind": "page.moved"})
    ]
    assert [len(found) for found in rows] == [2, 1, 1, 0]


def test_list_of_messages_names_the_page_by_its_address(staff: Client, webhook: Webhook, site: Site) -> None:
    publish(StandardPageFactory(parent=site.root_page, title="Wir", slug="wir"))
    deliver_due()
    (row,) = soup(staff.get(reverse("webhook_deliveries:index"))).select("main tbody tr")
    assert row.find("bdi").get_text() == "/de/wir/"
    assert "Page published" in row.get_text()


@pytest.mark.parametrize("number", [3, 30])
def test_list_of_messages_asks_as_much_whatever_their_number(
    staff: Client, webhook: Webhook, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        queue_test(webhook)
    address = reverse("webhook_deliveries:index_results")
    staff.get(address)
    with django_assert_num_queries(6):
        staff.get(address)


def _addresses(webhook: Webhook, delivery: Delivery) -> dict[str, str]:
    return {
        "list": reverse("webhooks:index"),
        "new": reverse("webhooks:add"),
        "edit": reverse("webhooks:edit", args=[webhook.pk]),
        "delete": reverse("webhooks:delete", args=[webhook.pk]),
        "test": reverse("webhooks:test", args=[webhook.pk]),
        "messages": reverse("webhook_deliveries:index"),
        "message": reverse("webhook_deliveries:inspect", args=[delivery.pk]),
        "again": reverse("webhook_deliveries:again", args=[delivery.pk]),
    }


def test_people_without_the_right_open_nothing(client: Client, site: Site, webhook: Webhook, target: Receiver) -> None:
    delivery = queue_test(webhook)
    client.force_login(member(AdminGroupFactory()))
    for address in _addresses(webhook, delivery).values():
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code == 302
            assert answer.url == reverse("wagtailadmin_home")
    assert target.received == []
    assert webhook.secret not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_group_with_the_rights_keeps_webhooks(client: Client, webhook: Webhook) -> None:
    delivery = queue_test(webhook)
    group = AdminGroupFactory()
    group.permissions.add(
        *Permission.objects.filter(content_type__app_label="publishing", content_type__model="webhook")
    )
    client.force_login(member(group))
    statuses = {name: client.get(url).status_code for name, url in _addresses(webhook, delivery).items()}
    assert set(statuses.values()) == {200}, statuses
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("webhooks:index") in menu
    assert reverse("webhook_deliveries:index") in menu


def test_the_right_is_offered_for_groups(staff: Client) -> None:
    group = AdminGroupFactory()
    page = staff.get(reverse("wagtailusers_groups:edit", args=[group.pk])).content.decode()
    for right in Permission.objects.filter(content_type__app_label="publishing", content_type__model="webhook"):
        assert f'value="{right.pk}"' in page
    assert not Permission.objects.filter(content_type__app_label="publishing").exclude(content_type__model="webhook")
