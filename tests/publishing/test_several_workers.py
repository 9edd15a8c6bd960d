"""Workers at the same time: each piece of work is done once, by whoever comes first."""

from collections.abc import Callable
from ipaddress import ip_network
from threading import Thread
from typing import Any

import pytest
from django.db import connection, connections, transaction
from pytest_django import Settings
from wagtail.models import PageLogEntry, Revision, Site

from cms.publishing.scheduler import publish_due
from cms.publishing.webhooks.queueing import queue_test
from cms.publishing.webhooks.sending import deliver_due
from tests.factories.core import reloaded
from tests.factories.publishing import WebhookFactory
from tests.factories.sites import make_site
from tests.publishing.due_pages import due, due_without_credit
from tests.publishing.receiver import receiver

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def site(transactional_db: None) -> Site:
    """Return a site that other connections see too."""
    return make_site().site


def together(work: Callable[[], Any], number: int = 2) -> list[Any]:
    """Let so many threads do it at the same time, wait for them, and return what each came to."""
    results = []

    def worker() -> None:
        try:
            results.append(work())
        finally:
            connections.close_all()

    threads = [Thread(target=worker) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_workers_publish_each_page_once(site: Site) -> None:
    pages = [due(site, f"Page {number}") for number in range(4)]
    due_without_credit(site, "Refused")
    reports = together(publish_due)
    publish_due()
    assert len(reports) == 2
    assert all(reloaded(page).live for page in pages)
    assert sorted(title for report in reports for title in report.titles("published")) == [page.title for page in pages]
    assert PageLogEntry.objects.filter(action="wagtail.publish.scheduled").count() == 4
    assert PageLogEntry.objects.filter(action="cms.publish.refused").count() == 1
    assert Revision.objects.exclude(approved_go_live_at=None).count() == 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction write at a time")
def test_page_another_worker_is_busy_with_is_passed_over(site: Site) -> None:
    page = due(site, "Busy")
    with transaction.atomic():
        Revision.objects.select_for_update().get(pk=reloaded(page).scheduled_revision.pk)
        reports = together(publish_due, 1)
    assert [report.entries for report in reports] == [[]]
    assert publish_due().titles("published") == ["Busy"]


def test_two_workers_send_each_message_once(settings: Settings) -> None:
    settings.WEBHOOK_PRIVATE_NETWORKS = [ip_network("127.0.0.0/8")]
    with receiver() as target:
        webhook = WebhookFactory(url=target.url)
        for _ in range(6):
            queue_test(webhook)
        attempts = together(deliver_due)
    assert sum(attempts) == 6
    assert len({request.headers["webhook-id"] for request in target.received}) == len(target.received) == 6
