"""Projects: cooperations that last."""

from typing import Any, Literal

from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import related
from cityrelations.models.list_page import ListPage, ListPageContent
from cityrelations.models.partial_date import precision_field
from cityrelations.models.relations import CityRelation, NetworkRelation, TopicRelation
from cityrelations.summaries import CitySummary, ProjectSummary, project_facts
from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.content.base import stream
from cms.core.content.pages import PageContent, PageReference
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import PartialDate, plain
from cms.core.models import BasePage
from cms.core.resolver import Reading
from cms.images.roles import LEAD


class ProjectIndexPageContent(ListPageContent):
    """The list of projects, the latest first."""

    type: Literal["cityrelations.ProjectIndexPage"] = "cityrelations.ProjectIndexPage"
    projects: list[ProjectSummary]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return words and projects."""
        return super().fields(reading, context) | {"projects": [ProjectSummary.of(one) for one in context["projects"]]}


class ProjectIndexPage(ListPage):
    """The list of projects."""

    api_content = ProjectIndexPageContent
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cityrelations.ProjectPage"]
    page_description = _("The list of projects. Projects are created below it.")

    class Meta:
        verbose_name = _("project index")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add all projects, the latest first."""
        return {"projects": related.all_projects(request.reader)}


class ProjectPageContent(PageContent):
    """A project with its partners and its outcome."""

    type: Literal["cityrelations.ProjectPage"] = "cityrelations.ProjectPage"
    intro: str
    begins: PartialDate | None
    ends: PartialDate | None
    lead_picture: PictureContent | None
    body: list[BodyBlockContent]
    outcome: list[BodyBlockContent]
    cities: list[CitySummary]
    networks: list[PageReference]
    topics: list[PageReference]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return texts, period and partners."""
        return {
            "intro": plain(reading.words.intro),
            "lead_picture": first_picture(reading.words.lead_picture, LEAD),
            "body": stream(reading.words.body),
            "outcome": stream(reading.words.outcome),
            "cities": [CitySummary.of(card) for card in context["cities"]],
            "networks": [PageReference.of(one) for one in context["networks"]],
            "topics": [PageReference.of(one) for one in context["topics"]],
            **project_facts(reading.facts),
        }


class ProjectPage(BasePage):
    """A cooperation with a beginning, partners and an outcome."""

    api_content = ProjectPageContent
    parent_page_types = ["cityrelations.ProjectIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A cooperation that lasts: period, cities, networks, topics and outcome.")
    words = ["intro", "lead_picture", "body", "outcome"]
    fact_names = [
        "begins",
        "begins_precision",
        "ends",
        "ends_precision",
        "city_links",
        "network_links",
        "topic_links",
    ]

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One to three sentences."))
    lead_picture = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("lead picture"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    outcome = StreamField(BodyBlock(), blank=True, verbose_name=_("outcome"))

    begins = models.DateField(_("begins"), null=True, blank=True)
    begins_precision = precision_field()
    ends = models.DateField(_("ends"), null=True, blank=True)
    ends_precision = precision_field()

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
        index.SearchField("outcome"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("lead_picture"),
        FieldPanel("body"),
        FieldPanel("outcome"),
    ]
    facts_panels = [
        FieldRowPanel([FieldPanel("begins"), FieldPanel("begins_precision")]),
        FieldRowPanel([FieldPanel("ends"), FieldPanel("ends_precision")]),
        MultipleChooserPanel("city_links", chooser_field_name="city", label=_("Partner city"), heading=_("Cities")),
        MultipleChooserPanel("network_links", chooser_field_name="network", label=_("Network"), heading=_("Networks")),
        MultipleChooserPanel("topic_links", chooser_field_name="topic", label=_("Topic"), heading=_("Topics")),
    ]

    class Meta:
        verbose_name = _("project")
        constraints = [
            models.CheckConstraint(
                condition=Q(begins__isnull=True) | Q(ends__isnull=True) | Q(ends__gte=F("begins")),
                name="cityrelations_project_ends_after_start",
                violation_error_message=_("A project cannot end before it begins."),
            )
        ]

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add cities, networks and topics of the project."""
        return related.named_by(reading.facts, request.reader)


class ProjectCity(CityRelation):
    """A partner city in the project."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="city_links")


class ProjectNetwork(NetworkRelation):
    """A network in the project."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="network_links")


class ProjectTopic(TopicRelation):
    """A topic of the project."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="topic_links")
