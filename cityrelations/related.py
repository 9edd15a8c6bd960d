"""What belongs to a page: the pages it names, and those that name it. Each list is one bulk look-up."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q
from wagtail.models import Page

from cityrelations import agenda, models
from cityrelations.cities import city_cards
from cms.core.formats.collation import collation_key
from cms.core.gathering import gather, gather_one
from cms.core.reader import Reader
from cms.core.resolver import Reading


def all_networks(reader: Reader) -> list[Reading]:
    """Return all networks, sorted by name in the reader's language."""
    return _by_name(gather_one(models.NetworkPage.objects.sources(), reader), reader)


def all_topics(reader: Reader) -> list[Reading]:
    """Return all topics, sorted by name in the reader's language."""
    return _by_name(gather_one(models.TopicPage.objects.sources(), reader), reader)


def all_projects(reader: Reader) -> list[Reading]:
    """Return all projects, the latest first."""
    return _latest_first(gather_one(models.ProjectPage.objects.sources(), reader))


def of_city(city: Any, reader: Reader) -> dict[str, Any]:
    """Return topics, networks, projects and events of a city's source page."""
    named = _named(models.TopicPage, city.topic_links.all(), "topic_id")
    found = gather([named, *_naming("city_links__city", city, [models.NetworkPage, *_doing_types()])], reader)
    return {
        "topics": _by_name(found[models.TopicPage], reader),
        "networks": _by_name(found[models.NetworkPage], reader),
        **_doings(found, reader),
    }


def of_network(network: Any, reader: Reader) -> dict[str, Any]:
    """Return topics, member cities, projects and events of a network's source page."""
    topics = _named(models.TopicPage, network.topic_links.all(), "topic_id")
    members = _named(models.PartnerCityPage, network.city_links.all(), "city_id")
    found = gather([topics, members, *_naming("network_links__network", network, _doing_types())], reader)
    return {
        "topics": _by_name(found[models.TopicPage], reader),
        "cities": city_cards(found[models.PartnerCityPage], reader),
        **_doings(found, reader),
    }


def of_topic(topic: Any, reader: Reader) -> dict[str, Any]:
    """Return cities, networks, projects and events on a topic's source page."""
    naming = [models.PartnerCityPage, models.NetworkPage, *_doing_types()]
    found = gather(_naming("topic_links__topic", topic, naming), reader)
    return {
        "cities": city_cards(found[models.PartnerCityPage], reader),
        "networks": _by_name(found[models.NetworkPage], reader),
        **_doings(found, reader),
    }


def of_event(event: Any, reader: Reader) -> dict[str, Any]:
    """Return what an event's source page names, and the name of its kind."""
    return named_by(event, reader) | {"kind_label": agenda.kind_labels(reader).get(event.kind, "")}


def of_news(news: Any, reader: Reader) -> dict[str, Any]:
    """Return what the source page of a piece of news names, and the event it is about as `event`, or None."""
    found = gather([*_all_named(news), models.EventPage.objects.sources().filter(pk=news.event_id)], reader)
    return _named_parts(found, reader) | {"event": next(iter(found[models.EventPage]), None)}


def named_by(page: Any, reader: Reader) -> dict[str, Any]:
    """Return the cities, networks and topics that a source page names."""
    return _named_parts(gather(_all_named(page), reader), reader)


def on_topic(topic_key: UUID) -> Any:
    """Return the translation keys of all pages that name a topic, given by its own, as a subquery."""
    naming = [
        one.objects.sources().filter(topic_links__topic__translation_key=topic_key).order_by()
        for one in (models.PartnerCityPage, models.NetworkPage, models.ProjectPage, models.EventPage, models.NewsPage)
    ]
    condition = reduce(or_, (Q(translation_key__in=pages.values("translation_key")) for pages in naming))
    return Page.objects.filter(condition).values("translation_key")


def _doing_types() -> list[type]:
    return [models.ProjectPage, models.EventPage, models.NewsPage]


def _naming(relation: str, page: Any, by: Iterable[Any]) -> list[Any]:
    """Return, for each of the models `by`, the source pages that name `page` under `relation`.

    In the preview of a page that was never saved these are none.
    """
    wanted = {relation: page} if page.pk else {"pk__in": []}
    return [model.objects.sources().filter(**wanted) for model in by]


def _named(model: Any, links: Any, name: str) -> Any:
    return model.objects.sources().filter(pk__in=[getattr(link, name) for link in links])


def _all_named(page: Any) -> list[Any]:
    return [
        _named(models.PartnerCityPage, page.city_links.all(), "city_id"),
        _named(models.NetworkPage, page.network_links.all(), "network_id"),
        _named(models.TopicPage, page.topic_links.all(), "topic_id"),
    ]


def _named_parts(found: dict[type, list[Reading]], reader: Reader) -> dict[str, Any]:
    return {
        "cities": city_cards(found[models.PartnerCityPage], reader),
        "networks": _by_name(found[models.NetworkPage], reader),
        "topics": _by_name(found[models.TopicPage], reader),
    }


def _doings(found: dict[type, list[Reading]], reader: Reader) -> dict[str, Any]:
    """Return projects, and events and news together, each the latest first."""
    happened = [*found[models.EventPage], *found[models.NewsPage]]
    return {
        "projects": _latest_first(found[models.ProjectPage]),
        "entries": agenda.latest_first(agenda.entries(happened, reader)),
    }


def _by_name(found: list[Reading], reader: Reader) -> list[Reading]:
    return sorted(found, key=lambda one: collation_key(one.title, reader.language.code))


def _latest_first(projects: list[Reading]) -> list[Reading]:
    """Return projects by the day they began, the latest first, those without a date at the end."""
    return sorted(projects, key=lambda one: (one.facts.begins or date.min, -one.facts.pk), reverse=True)
