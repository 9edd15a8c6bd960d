"""What belongs to a page: the pages it names, and those that name it. Each list is one bulk look-up."""

from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q
from wagtail.models import Page

from cityrelations import agenda, models
from cityrelations.cities import city_cards, sources
from cms.core.formats.collation import collation_key
from cms.core.reader import Reader
from cms.core.resolver import Reading, readings


def all_networks(reader: Reader) -> list[Reading]:
    """Return all networks, sorted by name in the reader's language."""
    return _by_name(models.NetworkPage.objects.sources(), reader)


def all_topics(reader: Reader) -> list[Reading]:
    """Return all topics, sorted by name in the reader's language."""
    return _by_name(models.TopicPage.objects.sources(), reader)


def all_projects(reader: Reader) -> list[Reading]:
    """Return all projects, the latest first."""
    return readings(models.ProjectPage.objects.sources().order_by("-begins", "pk"), reader)


def of_city(city: Any, reader: Reader) -> dict[str, Any]:
    """Return topics, networks, projects and events of a city's source page."""
    return {
        "topics": _by_name(_named(models.TopicPage, city.topic_links.all(), "topic_id"), reader),
        "networks": _by_name(models.NetworkPage.objects.sources().filter(city_links__city=city), reader),
        "projects": readings(
            models.ProjectPage.objects.sources().filter(city_links__city=city).order_by("-begins", "pk"), reader
        ),
        "entries": _entries({"city_links__city": city}, reader),
    }


def of_network(network: Any, reader: Reader) -> dict[str, Any]:
    """Return topics, member cities, projects and events of a network's source page."""
    member_ids = [link.city_id for link in network.city_links.all()]
    return {
        "topics": _by_name(_named(models.TopicPage, network.topic_links.all(), "topic_id"), reader),
        "cities": city_cards(sources().filter(pk__in=member_ids), reader),
        "projects": readings(models.ProjectPage.objects.sources().filter(network_links__network=network), reader),
        "entries": _entries({"network_links__network": network}, reader),
    }


def of_topic(topic: Any, reader: Reader) -> dict[str, Any]:
    """Return cities, networks, projects and events on a topic's source page."""
    return {
        "cities": city_cards(sources().filter(topic_links__topic=topic), reader),
        "networks": _by_name(models.NetworkPage.objects.sources().filter(topic_links__topic=topic), reader),
        "projects": readings(models.ProjectPage.objects.sources().filter(topic_links__topic=topic), reader),
        "entries": _entries({"topic_links__topic": topic}, reader),
    }


def of_event(event: Any, reader: Reader) -> dict[str, Any]:
    """Return what an event's source page names, and the name of its kind."""
    return named_by(event, reader) | {"kind_label": agenda.kind_labels(reader).get(event.kind, "")}


def of_news(news: Any, reader: Reader) -> dict[str, Any]:
    """Return what the source page of a piece of news names, and the event it is about as `event`, or None."""
    about = readings(models.EventPage.objects.sources().filter(pk=news.event_id), reader) if news.event_id else []
    return named_by(news, reader) | {"event": about[0] if about else None}


def named_by(page: Any, reader: Reader) -> dict[str, Any]:
    """Return the cities, networks and topics that a source page names."""
    city_ids = [link.city_id for link in page.city_links.all()]
    return {
        "cities": city_cards(sources().filter(pk__in=city_ids), reader),
        "networks": _by_name(_named(models.NetworkPage, page.network_links.all(), "network_id"), reader),
        "topics": _by_name(_named(models.TopicPage, page.topic_links.all(), "topic_id"), reader),
    }


def on_topic(topic_key: UUID) -> Any:
    """Return the translation keys of all pages that name a topic, given by its own, as a subquery."""
    naming = [
        one.objects.sources().filter(topic_links__topic__translation_key=topic_key).order_by()
        for one in (models.PartnerCityPage, models.NetworkPage, models.ProjectPage, models.EventPage, models.NewsPage)
    ]
    condition = reduce(or_, (Q(translation_key__in=pages.values("translation_key")) for pages in naming))
    return Page.objects.filter(condition).values("translation_key")


def _named(model: Any, links: Any, name: str) -> Any:
    return model.objects.sources().filter(pk__in=[getattr(link, name) for link in links])


def _by_name(found: Any, reader: Reader) -> list[Reading]:
    return sorted(readings(found, reader), key=lambda one: collation_key(one.title, reader.language.code))


def _entries(condition: dict[str, Any], reader: Reader) -> list[agenda.Entry]:
    """Return events and news that meet `condition`, the latest first."""
    events = models.EventPage.objects.sources().filter(**condition)
    news = models.NewsPage.objects.sources().filter(**condition)
    found = agenda.entries(events, reader) + agenda.entries(news, reader)
    return sorted(found, key=lambda entry: entry.day, reverse=True)
