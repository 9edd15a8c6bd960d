"""The Retrospective shows events and news, but nothing is created below it or moved there."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cityrelations.models import EventIndexPage
from home.models import HomePage
from tests.factories.cityrelations import EventIndexPageFactory, EventPageFactory, NewsPageFactory
from tests.factories.core import publish, reloaded

TYPES = ["eventpage", "newspage"]


@pytest.fixture
def news(home: HomePage) -> EventIndexPage:
    return publish(EventIndexPageFactory(parent=home))


@pytest.fixture
def retrospective(home: HomePage) -> EventIndexPage:
    return publish(EventIndexPageFactory(parent=home, retrospective=True))


def add_url(index: Page) -> str:
    return reverse("wagtailadmin_pages:add_subpage", args=[index.pk])


@pytest.mark.parametrize("model", TYPES)
def test_pages_are_created_below_news_only(
    model: str, staff: Client, news: EventIndexPage, retrospective: EventIndexPage
) -> None:
    def form_below(index: Page) -> int:
        address = reverse("wagtailadmin_pages:add", args=["cityrelations", model, index.pk])
        return staff.get(address).status_code

    assert form_below(news) == 200
    assert form_below(retrospective) == 302


def test_the_explorer_offers_no_page_below_the_retrospective(
    staff: Client, news: EventIndexPage, retrospective: EventIndexPage
) -> None:
    def explorer(index: Page) -> str:
        return staff.get(reverse("wagtailadmin_explore", args=[index.pk])).content.decode()

    assert add_url(news) in explorer(news)
    assert add_url(retrospective) not in explorer(retrospective)
    both = explorer(news.get_parent())
    assert add_url(news) in both
    assert add_url(retrospective) not in both


@pytest.mark.parametrize("factory", [EventPageFactory, NewsPageFactory])
def test_pages_are_not_moved_or_copied_below_the_retrospective(
    factory: type, staff: Client, news: EventIndexPage, retrospective: EventIndexPage
) -> None:
    page = factory(parent=news)
    target = Page.objects.get(pk=retrospective.pk)
    assert page.can_move_to(Page.objects.get(pk=news.pk))
    assert not page.can_move_to(target)
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, retrospective.pk])
    assert staff.post(address).status_code == 302
    assert reloaded(page).get_parent().pk == news.pk
    assert not retrospective.get_children().exists()


def test_news_with_pages_below_it_does_not_become_the_retrospective(news: EventIndexPage) -> None:
    news.period = EventIndexPage.Period.RETROSPECTIVE
    news.full_clean()
    EventPageFactory(parent=news)
    with pytest.raises(ValidationError) as refused:
        news.full_clean()
    assert list(refused.value.message_dict) == ["period"]
