"""Publishing and expiring by the clock."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Site
from wagtail.signals import page_published

from cms.images.models import CustomImage
from cms.publishing.scheduler import publish_due
from tests.factories.clock import make_due, make_expired, schedule
from tests.factories.core import publish, reloaded
from tests.factories.home import StandardPageFactory
from tests.factories.images import ImageFactory, lead_picture
from tests.publishing.due_pages import due, due_without_credit


def test_what_is_due_is_published_and_nothing_else(site: Site) -> None:
    page, later = due(site, "Due"), StandardPageFactory(parent=site.root_page)
    schedule(later)
    assert publish_due().titles("published") == ["Due"]
    page = reloaded(page)
    assert (page.live, page.scheduled_revision, page.edition.kind) == (True, None, "source")
    assert page.live_revision == page.latest_revision
    assert (reloaded(later).live, reloaded(later).scheduled_revision is None) == (False, False)
    assert publish_due().entries == []


def test_scheduled_change_of_a_live_page_is_published(site: Site) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, title="Before"))
    page.title = "After"
    schedule(page)
    assert reloaded(page).title == "Before"
    make_due(page)
    publish_due()
    assert reloaded(page).title == "After"


def test_publication_stands_in_the_history(site: Site) -> None:
    page = due(site, "Due")
    publish_due()
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled").count() == 1


def test_a_moment_that_has_not_come_publishes_nothing(site: Site) -> None:
    page = StandardPageFactory(parent=site.root_page)
    schedule(page)
    assert publish_due(timezone.now() + timedelta(days=2)).entries == []
    due(site, "Due")
    assert publish_due(timezone.now() - timedelta(days=1)).entries == []


def test_one_refused_page_does_not_stop_the_others(site: Site) -> None:
    pages = [due(site, "First"), due_without_credit(site, "Second"), due(site, "Third")]
    report = publish_due()
    assert (report.titles("published"), report.titles("refused")) == (["First", "Third"], ["Second"])
    assert [reloaded(page).live for page in pages] == [True, False, True]


def test_refused_page_keeps_its_schedule_and_is_published_once_corrected(site: Site) -> None:
    page = due_without_credit(site, "Refused")
    moment = reloaded(page).scheduled_revision.approved_go_live_at
    publish_due()
    assert reloaded(page).scheduled_revision.approved_go_live_at == moment
    assert reloaded(page).status_string
    CustomImage.objects.update(agency="Land Berlin")
    assert publish_due().titles("published") == ["Refused"]
    assert reloaded(page).live


def test_refused_change_leaves_the_live_version_as_it_is(site: Site) -> None:
    image = ImageFactory()
    page = publish(StandardPageFactory(parent=site.root_page, title="Before"))
    page.title, page.lead_picture = "After", lead_picture(image)
    schedule(page)
    make_due(page)
    CustomImage.objects.update(author="", agency="")
    publish_due()
    page = reloaded(page)
    assert (page.live, page.title, page.scheduled_revision is None) == (True, "Before", False)


def test_an_error_does_not_stop_the_others_and_changes_nothing(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    pages = [due(site, "First"), due(site, "Second"), due(site, "Third")]

    def break_down(instance: Page, **kwargs: object) -> None:
        if instance.title == "Second":
            raise RuntimeError("a bug in some handler")

    page_published.connect(break_down)
    try:
        reports = [publish_due(), publish_due()]
    finally:
        page_published.disconnect(break_down)
    assert [report.titles("failed") for report in reports] == [["Second"], ["Second"]]
    assert [reloaded(page).live for page in pages] == [True, False, True]
    assert reloaded(pages[1]).scheduled_revision is not None
    assert [record.exc_info[1].args for record in caplog.records if record.exc_info] == [("a bug in some handler",)]


def test_expired_page_leaves(site: Site) -> None:
    page, other = (publish(StandardPageFactory(parent=site.root_page, title=title)) for title in ("Old", "New"))
    make_expired(page)
    assert publish_due().titles("expired") == ["Old"]
    page = reloaded(page)
    assert (page.live, page.expired, reloaded(other).live) == (False, True, True)
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.unpublish.scheduled").exists()


def test_page_that_expires_keeps_the_schedule_of_what_follows(site: Site) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, title="Summer"))
    page.title = "Winter"
    schedule(page)
    make_expired(page)
    publish_due()
    assert not reloaded(page).live
    make_due(page)
    publish_due()
    assert (reloaded(page).live, reloaded(page).title) == (True, "Winter")


def test_page_is_not_off_the_air_between_two_versions(site: Site) -> None:
    page = publish(StandardPageFactory(parent=site.root_page, title="Summer"))
    page.title = "Winter"
    schedule(page)
    make_expired(page)
    make_due(page)
    report = publish_due()
    assert (report.titles("published"), report.titles("expired")) == (["Winter"], [])
    assert reloaded(page).live


def test_what_should_have_come_and_gone_is_not_left_standing(site: Site) -> None:
    page = due(site, "Missed")
    revision = reloaded(page).scheduled_revision
    revision.content["expire_at"] = (timezone.now() - timedelta(seconds=30)).isoformat()
    revision.save()
    publish_due()
    assert (reloaded(page).live, reloaded(page).expired) == (False, True)
