"""News."""

from datetime import date, timedelta
from typing import Any, Literal

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultipleChooserPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import related
from cityrelations.models.agenda_entry import AgendaEntry
from cityrelations.models.relations import CityRelation, NetworkRelation, TopicRelation, source_of
from cityrelations.summaries import CitySummary
from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.content.base import stream
from cms.core.content.pages import PageContent, PageReference
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import PartialDate, plain
from cms.core.models import BasePage
from cms.core.resolver import Reading
from cms.images.roles import LEAD

DAYS_IN_NEWS = 30


class NewsPageContent(PageContent):
    """A piece of news with what it is about."""

    type: Literal["cityrelations.NewsPage"] = "cityrelations.NewsPage"
    intro: str
    published_on: PartialDate | None
    lead_picture: PictureContent | None
    body: list[BodyBlockContent]
    event: PageReference | None
    cities: list[CitySummary]
    networks: list[PageReference]
    topics: list[PageReference]

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return text, date and what it names."""
        return {
            "intro": plain(reading.words.intro),
            "published_on": PartialDate.of(reading.facts.published_on, "day"),
            "lead_picture": first_picture(reading.words.lead_picture, LEAD),
            "body": stream(reading.words.body),
            "event": PageReference.of(context["event"]) if context["event"] else None,
            "cities": [CitySummary.of(card) for card in context["cities"]],
            "networks": [PageReference.of(one) for one in context["networks"]],
            "topics": [PageReference.of(one) for one in context["topics"]],
        }


class NewsPage(AgendaEntry, BasePage):
    """Something to tell. It leaves News for the Retrospective by itself."""

    api_content = NewsPageContent
    listed_children = ("city_links",)
    parent_page_types = ["cityrelations.EventIndexPage"]
    subpage_types: list[str] = []
    page_description = _("Something to tell. It leaves News for the Retrospective by itself.")
    words = ["intro", "lead_picture", "body"]
    fact_names = ["published_on", "in_news_until", "event", "city_links", "network_links", "topic_links"]
    derived_facts = ["listed_until"]

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One to three sentences."))
    lead_picture = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("lead picture"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    published_on = models.DateField(_("date"), null=True, default=timezone.localdate)
    in_news_until = models.DateField(
        _("in News until"),
        null=True,
        blank=True,
        help_text=_("The last day. Empty: 30 days after its date."),
    )
    event = models.ForeignKey(
        "cityrelations.EventPage",
        verbose_name=_("event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    listed_until = models.DateField(null=True, editable=False, db_index=True)

    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("lead_picture"),
        FieldPanel("body"),
    ]
    facts_panels = [
        FieldRowPanel([FieldPanel("published_on"), FieldPanel("in_news_until")]),
        PageChooserPanel("event"),
        MultipleChooserPanel("city_links", chooser_field_name="city", label=_("Partner city"), heading=_("Cities")),
        MultipleChooserPanel("network_links", chooser_field_name="network", label=_("Network"), heading=_("Networks")),
        MultipleChooserPanel("topic_links", chooser_field_name="topic", label=_("Topic"), heading=_("Topics")),
    ]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Derive the last day in News before anything is validated or saved."""
        self.listed_until = self.last_day_in_news
        if self.event_id:
            self.event_id = source_of(self.event).pk
        super().full_clean(*args, **kwargs)

    @property
    def last_day_in_news(self) -> date | None:
        """Return the last day on which News lists it; None for a draft without a date."""
        if self.in_news_until or not self.published_on:
            return self.in_news_until
        return self.published_on + timedelta(days=DAYS_IN_NEWS)

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add cities, networks, topics and the event."""
        return related.of_news(reading.facts, request.reader)


class NewsCity(CityRelation):
    """A partner city in the news."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="city_links")


class NewsNetwork(NetworkRelation):
    """A network in the news."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="network_links")


class NewsTopic(TopicRelation):
    """A topic of the news."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="topic_links")
