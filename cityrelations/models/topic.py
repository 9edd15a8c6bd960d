"""Topics of cooperation."""

from typing import Any, Literal

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import related
from cityrelations.models.list_page import ListPage, ListPageContent
from cityrelations.summaries import CitySummary, EntrySummary, ProjectSummary, TopicSummary, entry_summary
from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.content.base import stream
from cms.core.content.pages import PageContent, PageReference
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import plain
from cms.core.models import BasePage
from cms.core.resolver import Reading
from cms.images.roles import LEAD


class TopicIndexPageContent(ListPageContent):
    """The list of topics, sorted by their names in the reader's language."""

    type: Literal["cityrelations.TopicIndexPage"] = "cityrelations.TopicIndexPage"
    topics: list[TopicSummary]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return words and topics."""
        return super().fields(reading, context) | {"topics": [TopicSummary.of(one) for one in context["topics"]]}


class TopicIndexPage(ListPage):
    """The list of topics."""

    max_count = None
    api_content = TopicIndexPageContent
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cityrelations.TopicPage"]
    page_description = _("The list of topics. Topics are created below it.")

    class Meta:
        verbose_name = _("topic index")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add all topics."""
        return {"topics": related.all_topics(request.reader)}


class TopicPageContent(PageContent):
    """A topic with everything on it."""

    type: Literal["cityrelations.TopicPage"] = "cityrelations.TopicPage"
    intro: str
    lead_picture: PictureContent | None
    body: list[BodyBlockContent]
    cities: list[CitySummary]
    networks: list[PageReference]
    projects: list[ProjectSummary]
    entries: list[EntrySummary]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return text and what is on the topic."""
        return {
            "intro": plain(reading.words.intro),
            "lead_picture": first_picture(reading.words.lead_picture, LEAD),
            "body": stream(reading.words.body),
            "cities": [CitySummary.of(card) for card in context["cities"]],
            "networks": [PageReference.of(one) for one in context["networks"]],
            "projects": [ProjectSummary.of(one) for one in context["projects"]],
            "entries": [entry_summary(one) for one in context["entries"]],
        }


class TopicPage(BasePage):
    """A theme of cooperation, with everything on it."""

    api_content = TopicPageContent
    parent_page_types = ["cityrelations.TopicIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A theme of cooperation. Shows the cities, networks, projects and events on it.")
    words = ["intro", "lead_picture", "body"]

    intro = models.TextField(_("introduction"), blank=True)
    lead_picture = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("lead picture"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("lead_picture"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("topic")

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add cities, networks, projects and events on this topic."""
        return related.of_topic(reading.facts, request.reader)
