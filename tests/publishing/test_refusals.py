"""The author of a page that could not be published by schedule is told, once for each reason."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision, Site
from wagtail.users.models import UserProfile

from cms.accounts.models import User
from cms.images.models import CustomImage
from cms.publishing.scheduler import publish_due
from home.models import StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.clock import make_due, schedule
from tests.factories.core import reloaded
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture

ACTION = "cms.publish.refused"


@pytest.fixture
def author(db: None) -> User:
    return UserFactory(email="author@example.org")


@pytest.fixture
def refused(site: Site, author: User) -> StandardPage:
    """Return a page by `author` that is due, whose picture lost its credit."""
    page = StandardPageFactory(
        parent=site.root_page, title="Visit", lead_picture=lead_picture(ImageFactory(title="Bridge"))
    )
    schedule(page)
    make_due(page)
    page.revisions.update(user=author)
    CustomImage.objects.update(author="", agency="")
    return page


def test_author_is_told_by_mail(refused: StandardPage) -> None:
    publish_due()
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["author@example.org"], "Not published: Visit")
    assert "“Visit” was to be published on" in message.body
    assert "– The picture “Bridge” has no credit. Open it under Images" in message.body
    assert f"http://localhost/admin/pages/{refused.pk}/edit/" in message.body
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_nobody_is_told_twice_for_the_same_reason(refused: StandardPage) -> None:
    for _run in range(3):
        publish_due()
    assert len(mail.outbox) == PageLogEntry.objects.filter(action=ACTION).count() == 1


def test_another_reason_is_told_again(refused: StandardPage) -> None:
    publish_due()
    CustomImage.objects.update(title="Tower")
    publish_due()
    publish_due()
    assert ["Tower" in message.body for message in mail.outbox] == [False, True]
    CustomImage.objects.update(title="Bridge")
    publish_due()
    assert len(mail.outbox) == 2


def test_history_says_why_in_the_readers_language(refused: StandardPage, staff: Client) -> None:
    publish_due()
    answer = staff.get(reverse("wagtailadmin_pages:history", args=[refused.pk])).content.decode()
    assert "Not published as scheduled. The picture “Bridge” has no credit." in answer
    entry = PageLogEntry.objects.get(action=ACTION)
    assert entry.revision == refused.scheduled_revision
    assert set(entry.data["reasons"]) == {"de", "en", "fr", "ar"}


def test_owner_is_told_where_the_revision_names_nobody(refused: StandardPage, author: User) -> None:
    refused.revisions.update(user=None)
    StandardPage.objects.filter(pk=refused.pk).update(owner=author)
    publish_due()
    assert [message.to for message in mail.outbox] == [["author@example.org"]]


def test_nobody_is_told_by_mail_who_has_left(refused: StandardPage, author: User) -> None:
    User.objects.filter(pk=author.pk).update(is_active=False)
    publish_due()
    assert (mail.outbox, PageLogEntry.objects.filter(action=ACTION).count()) == ([], 1)


def test_mail_that_cannot_be_sent_stops_nothing(
    refused: StandardPage, site: Site, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    other = StandardPageFactory(parent=site.root_page)
    schedule(other)
    make_due(other)
    report = publish_due()
    assert (report.titles("refused"), report.titles("published")) == (["Visit"], [other.title])
    assert "could not be told by e-mail" in caplog.text
    assert publish_due().titles("refused") == ["Visit"]


def test_mail_is_in_the_language_and_the_time_zone_of_its_reader(refused: StandardPage, author: User) -> None:
    UserProfile.objects.filter(user=author).update(preferred_language="fr", current_time_zone="Asia/Tokyo")
    moment = datetime(2026, 5, 4, 20, 30, tzinfo=UTC)
    Revision.objects.filter(pk=reloaded(refused).scheduled_revision.pk).update(approved_go_live_at=moment)
    publish_due()
    assert "5 mai 2026" in mail.outbox[0].body
    assert "05:30" in mail.outbox[0].body
