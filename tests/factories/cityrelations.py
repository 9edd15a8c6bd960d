"""Partner cities, networks, topics, projects, news and events: each whole enough to be published."""

from datetime import date

import factory

from cityrelations import models
from tests.factories.core import PageFactory


class PartnerCityIndexPageFactory(PageFactory):
    """Makes the list of partner cities, below a front page."""

    class Meta:
        model = models.PartnerCityIndexPage

    title = "Partner cities"


class PartnerCityPageFactory(PageFactory):
    """Makes a partner city, below the list."""

    class Meta:
        model = models.PartnerCityPage

    title = factory.Sequence(lambda number: f"City {number}")
    country = "FR"
    time_zone = "Europe/Paris"


class NetworkIndexPageFactory(PageFactory):
    """Makes the list of networks, below a front page."""

    class Meta:
        model = models.NetworkIndexPage

    title = "Networks"


class NetworkPageFactory(PageFactory):
    """Makes a network, below the list."""

    class Meta:
        model = models.NetworkPage

    title = factory.Sequence(lambda number: f"Network {number}")


class TopicIndexPageFactory(PageFactory):
    """Makes the list of topics, below a front page."""

    class Meta:
        model = models.TopicIndexPage

    title = "Topics"


class TopicPageFactory(PageFactory):
    """Makes a topic, below the list."""

    class Meta:
        model = models.TopicPage

    title = factory.Sequence(lambda number: f"Topic {number}")


class ProjectIndexPageFactory(PageFactory):
    """Makes the list of projects, below a front page."""

    class Meta:
        model = models.ProjectIndexPage

    title = "Projects"


class ProjectPageFactory(PageFactory):
    """Makes a project, below the list."""

    class Meta:
        model = models.ProjectPage

    title = factory.Sequence(lambda number: f"Project {number}")


class EventIndexPageFactory(PageFactory):
    """Makes News, below a front page; with `retrospective=True`, the Retrospective."""

    class Meta:
        model = models.EventIndexPage

    class Params:
        retrospective = factory.Trait(title="Retrospective", period=models.EventIndexPage.Period.RETROSPECTIVE)

    title = "News"


class NewsPageFactory(PageFactory):
    """Makes a piece of news, below News."""

    class Meta:
        model = models.NewsPage

    title = factory.Sequence(lambda number: f"News {number}")
    published_on = date(2026, 5, 4)


class EventPageFactory(PageFactory):
    """Makes an event of one day, below News."""

    class Meta:
        model = models.EventPage

    title = factory.Sequence(lambda number: f"Event {number}")
    start_date = date(2027, 5, 4)
    time_zone = "Europe/Berlin"


class PartnersPageFactory(PageFactory):
    """Makes the page of organisations, below a front page."""

    class Meta:
        model = models.PartnersPage

    title = "Partners"
