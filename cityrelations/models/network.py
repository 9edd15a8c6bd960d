"""City networks."""

from typing import Any, Literal

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import related
from cityrelations.models.list_page import ListPage, ListPageContent
from cityrelations.models.partial_date import precision_field
from cityrelations.models.relations import CityRelation, TopicRelation
from cityrelations.summaries import (
    CitySummary,
    EntrySummary,
    NetworkSummary,
    ProjectSummary,
    entry_summary,
    network_facts,
)
from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.content.base import stream
from cms.core.content.pages import PageContent, PageReference
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import PartialDate, plain
from cms.core.models import BasePage
from cms.core.resolver import Reading
from cms.images.roles import LOGO


class NetworkIndexPageContent(ListPageContent):
    """The list of networks, sorted by their names in the reader's language."""

    type: Literal["cityrelations.NetworkIndexPage"] = "cityrelations.NetworkIndexPage"
    networks: list[NetworkSummary]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return words and networks."""
        return super().fields(reading, context) | {"networks": [NetworkSummary.of(one) for one in context["networks"]]}


class NetworkIndexPage(ListPage):
    """The list of city networks."""

    api_content = NetworkIndexPageContent
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cityrelations.NetworkPage"]
    page_description = _("The list of city networks. Networks are created below it.")

    class Meta:
        verbose_name = _("network index")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add all networks, sorted by their names in the reader's language."""
        return {"networks": related.all_networks(request.reader)}


class NetworkPageContent(PageContent):
    """A city network with everything that belongs to it. What is not given is "", null or empty."""

    type: Literal["cityrelations.NetworkPage"] = "cityrelations.NetworkPage"
    intro: str
    short_name: str
    logo: PictureContent | None
    seat: str
    member_since: PartialDate | None
    founded: PartialDate | None
    website: str | None
    body: list[BodyBlockContent]
    topics: list[PageReference]
    cities: list[CitySummary]
    projects: list[ProjectSummary]
    entries: list[EntrySummary]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return text, facts and what belongs to the network."""
        return {
            "intro": plain(reading.words.intro),
            "logo": first_picture(reading.words.logo, LOGO),
            "seat": plain(reading.words.seat),
            "website": reading.facts.website or None,
            "body": stream(reading.words.body),
            "topics": [PageReference.of(one) for one in context["topics"]],
            "cities": [CitySummary.of(card) for card in context["cities"]],
            "projects": [ProjectSummary.of(one) for one in context["projects"]],
            "entries": [entry_summary(one) for one in context["entries"]],
            **network_facts(reading.facts),
        }


class NetworkPage(BasePage):
    """A network this city is a member of."""

    api_content = NetworkPageContent
    parent_page_types = ["cityrelations.NetworkIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A city network: what it does, since when we are a member, which partner cities are too.")
    words = ["intro", "seat", "logo", "body"]
    fact_names = [
        "short_name",
        "founded",
        "founded_precision",
        "member_since",
        "member_since_precision",
        "website",
        "topic_links",
        "city_links",
    ]

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One to three sentences."))
    seat = models.CharField(_("seat"), max_length=255, blank=True)
    logo = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("logo"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    founded = models.DateField(_("founded"), null=True, blank=True)
    founded_precision = precision_field()
    member_since = models.DateField(_("member since"), null=True, blank=True)
    member_since_precision = precision_field()
    website = models.URLField(_("website"), max_length=500, blank=True)

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
        index.SearchField("short_name"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("seat"),
        FieldPanel("logo"),
    ]
    facts_panels = [
        FieldPanel("short_name"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("founded"), FieldPanel("founded_precision")]),
                FieldRowPanel([FieldPanel("member_since"), FieldPanel("member_since_precision")]),
            ],
            heading=_("Dates"),
        ),
        FieldPanel("website"),
        MultipleChooserPanel("topic_links", chooser_field_name="topic", label=_("Topic"), heading=_("Topics")),
        MultipleChooserPanel(
            "city_links",
            chooser_field_name="city",
            label=_("Partner city"),
            heading=_("Partner cities that are members too"),
        ),
    ]

    class Meta:
        verbose_name = _("network")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add topics, member cities, projects and events of the network."""
        return related.of_network(reading.facts, request.reader)


class NetworkTopic(TopicRelation):
    """A topic the network works on."""

    page = ParentalKey(NetworkPage, on_delete=models.CASCADE, related_name="topic_links")


class NetworkCity(CityRelation):
    """A partner city that is a member too."""

    page = ParentalKey(NetworkPage, on_delete=models.CASCADE, related_name="city_links")
