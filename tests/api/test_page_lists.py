"""The list of pages of all types, and what it can be asked for."""

from typing import Any

import pytest
from wagtail.models import Locale, Page, PageViewRestriction

from cityrelations.models.partner_city import CityTopic
from tests.api.asking import ask, titles, wrong
from tests.factories.cityrelations import PartnerCityPageFactory, TopicPageFactory
from tests.factories.core import publish, reloaded

pytestmark = pytest.mark.django_db

UNKNOWN = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def topic(sections: dict[str, Any]) -> Any:
    """Return a topic that one city works on."""
    topic = publish(TopicPageFactory(parent=reloaded(sections["topics"]), title="Water"))
    city = PartnerCityPageFactory(parent=reloaded(sections["cities"]), title="Paris")
    city.topic_links.add(CityTopic(topic=topic))
    publish(city)
    return topic


def test_by_parent_and_topic(sections: dict[str, Any], topic: Any) -> None:
    assert titles("pages", parent=sections["cities"].translation_key) == ["Paris"]
    assert titles("pages", topic=topic.translation_key) == ["Paris"]


@pytest.mark.parametrize("name", ["parent", "topic"])
def test_a_page_that_is_not_there(sections: dict[str, Any], name: str) -> None:
    assert wrong("pages", **{name: UNKNOWN}) == (404, [name])


def test_a_page_that_is_hidden_is_like_one_that_is_not_there(sections: dict[str, Any], topic: Any) -> None:
    cities = sections["cities"]
    PageViewRestriction.objects.create(page=topic, restriction_type="login")
    assert wrong("pages", topic=topic.translation_key) == (404, ["topic"])
    draft = TopicPageFactory(parent=reloaded(sections["topics"]))
    assert wrong("pages", parent=draft.translation_key) == (404, ["parent"])
    reloaded(cities).unpublish()
    Page.objects.filter(title="Paris").update(live=True)
    assert wrong("pages", parent=cities.translation_key) == (404, ["parent"])


def test_the_root_of_the_tree_is_no_page(sections: dict[str, Any]) -> None:
    assert wrong("pages", parent=Page.get_first_root_node().translation_key) == (404, ["parent"])


def test_a_page_with_nothing_below_it_is_known(
    sections: dict[str, Any], topic: Any, locales: dict[str, Locale]
) -> None:
    assert ask("pages", parent=topic.translation_key)["results"] == []
    for locale in ("de", "fr"):
        assert ask("pages", topic=topic.translation_key, type="home.HomePage", locale=locale)["results"] == []
        assert ask("pages", parent=sections["news"].translation_key, locale=locale)["results"] == []
