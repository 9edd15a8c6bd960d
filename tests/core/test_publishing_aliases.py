"""An alias is never live while the page it follows is not."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail.signals import page_published
from wagtail_localize.models import LocaleSynchronization

from cms.core.models import Edition
from cms.publishing.scheduler import publish_due
from home.models import StandardPage
from tests.factories.clock import make_due, make_expired, schedule
from tests.factories.core import mirror, publish, reloaded
from tests.factories.forms import page_form
from tests.factories.home import StandardPageFactory


@pytest.fixture
def aliases(site: Site, locales: dict[str, Locale]) -> list[StandardPage]:
    """Return a draft, its alias in French, and the Arabic alias of that alias."""
    page = StandardPageFactory(parent=site.root_page)
    french = mirror(page, locales["fr"])
    return [page, french, mirror(french, locales["ar"])]


def live(pages: list[StandardPage]) -> list[bool]:
    return [reloaded(page).live for page in pages]


def test_aliases_go_live_with_a_scheduled_page_and_not_before(aliases: list[StandardPage]) -> None:
    assert live(aliases) == [False, False, False]
    schedule(aliases[0])
    assert live(aliases) == [False, False, False]
    make_due(aliases[0])
    publish_due()
    assert live(aliases) == [True, True, True]


def test_nobody_hears_of_aliases_of_a_page_that_is_only_scheduled(aliases: list[StandardPage]) -> None:
    heard = []

    def hear(instance: Page, **kwargs: object) -> None:
        heard.append((instance.pk, instance.live))

    page_published.connect(hear)
    try:
        schedule(aliases[0])
        assert heard == [(aliases[0].pk, False)]
        make_due(aliases[0])
        publish_due()
    finally:
        page_published.disconnect(hear)
    assert heard[1:] == [(page.pk, True) for page in aliases]


def test_aliases_follow_a_page_that_is_published_at_once(aliases: list[StandardPage]) -> None:
    aliases[0].title = "New"
    publish(aliases[0])
    assert live(aliases) == [True, True, True]
    assert {reloaded(page).title for page in aliases} == {"New"}


def test_scheduling_a_change_leaves_live_aliases_as_they_are(aliases: list[StandardPage]) -> None:
    page = publish(aliases[0])
    page.title = "Later"
    schedule(page)
    assert live(aliases) == [True, True, True]
    assert "Later" not in {reloaded(one).title for one in aliases}


def test_aliases_leave_with_the_page_that_expires(aliases: list[StandardPage]) -> None:
    publish(aliases[0])
    make_expired(aliases[0])
    publish_due()
    assert live(aliases) == [False, False, False]


def test_only_the_page_itself_counts_in_its_language(aliases: list[StandardPage]) -> None:
    page = publish(aliases[0])
    assert list(Edition.objects.filter(page__translation_key=page.translation_key).values_list("page", "kind")) == [
        (page.pk, "source")
    ]


@pytest.mark.parametrize("is_scheduled", [True, False], ids=["scheduled", "published"])
def test_page_made_in_a_synchronised_tree(
    is_scheduled: bool, staff: Client, site: Site, locales: dict[str, Locale]
) -> None:
    LocaleSynchronization.objects.create(locale=locales["fr"], sync_from=locales["de"])
    go_live_at = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M") if is_scheduled else ""
    form = page_form(StandardPage(), "action-publish", title="Neu", slug="neu", go_live_at=go_live_at)
    staff.post(reverse("wagtailadmin_pages:add", args=["home", "standardpage", site.root_page.pk]), form)
    source, alias = StandardPage.objects.filter(title="Neu").order_by("pk")
    assert alias.alias_of_id == source.pk
    assert live([source, alias]) == [not is_scheduled] * 2
    if is_scheduled:
        make_due(source)
        publish_due()
        assert live([source, alias]) == [True, True]
