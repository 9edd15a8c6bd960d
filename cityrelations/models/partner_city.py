"""A partner city: the relation as facts, the story as text."""

from typing import Any, Literal

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from pydantic import Field
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import related
from cityrelations.forms import PartnerCityPageForm
from cityrelations.models.relations import TopicRelation
from cityrelations.relation_content import AgreementContent, LocalNameContent, StatusPeriodContent, WebsiteContent
from cityrelations.status import status_on
from cityrelations.summaries import (
    Coded,
    Coordinates,
    EntrySummary,
    ProjectSummary,
    StatusCode,
    city_facts,
    entry_summary,
)
from cityrelations.time_zones import validate_time_zone
from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.blocks.contact import ContactBlock, ContactContent
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.content.base import stream
from cms.core.content.pages import PageContent, PageReference
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import PartialDate, plain
from cms.core.models import BasePage
from cms.core.resolver import Reading
from cms.images.roles import LEAD


class RelationKind(models.TextChoices):
    """Kinds of relation between municipalities, as the German section of the CEMR (RGRE) defines them."""

    PARTNERSHIP = "partnership", _("City partnership")
    FRIENDSHIP = "friendship", _("City friendship")
    CONTACT = "contact", _("Contact")
    PROJECT = "project", _("Project partnership")


class PartnerCityPageContent(PageContent):
    """A partner city with everything that belongs to it. What is not given is "", null or empty."""

    type: Literal["cityrelations.PartnerCityPage"] = "cityrelations.PartnerCityPage"
    intro: str
    local_names: list[LocalNameContent]
    lead_picture: PictureContent | None
    country: Coded
    relation: Coded
    status: StatusCode
    since: PartialDate | None
    coordinates: Coordinates | None
    time_zone: str
    wikidata: str
    partner_body: str
    agreements: list[AgreementContent] = Field(description="The earliest first.")
    status_periods: list[StatusPeriodContent] = Field(description="The earliest first.")
    websites: list[WebsiteContent]
    body: list[BodyBlockContent]
    contact: list[ContactContent]
    topics: list[PageReference]
    networks: list[PageReference]
    projects: list[ProjectSummary]
    entries: list[EntrySummary] = Field(description="Events and news, the latest first.")

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return texts, facts and what belongs to the city."""
        words, facts = reading.words, reading.facts
        agreements = sorted(facts.agreements.all(), key=lambda one: one.date)
        periods = sorted(facts.status_periods.all(), key=lambda one: one.begins)
        return {
            "intro": plain(words.intro),
            "local_names": [LocalNameContent.of(name) for name in facts.local_names.all()],
            "lead_picture": first_picture(words.lead_picture, LEAD),
            "time_zone": facts.time_zone,
            "wikidata": facts.wikidata,
            "partner_body": plain(words.partner_body),
            "agreements": [AgreementContent.of(one) for one in agreements],
            "status_periods": [StatusPeriodContent.of(one) for one in periods],
            "websites": [WebsiteContent.of(one) for one in facts.websites.all()],
            "body": stream(words.body),
            "contact": stream(words.contact),
            "topics": [PageReference.of(one) for one in context["topics"]],
            "networks": [PageReference.of(one) for one in context["networks"]],
            "projects": [ProjectSummary.of(one) for one in context["projects"]],
            "entries": [entry_summary(one) for one in context["entries"]],
            **city_facts(facts),
        }


class PartnerCityPage(BasePage):
    """A city this city has a relation with."""

    base_form_class = PartnerCityPageForm
    api_content = PartnerCityPageContent
    listed_children = ("agreements", "status_periods")
    parent_page_types = ["cityrelations.PartnerCityIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A partner city with its agreements, status, picture and text.")
    words = ["intro", "partner_body", "lead_picture", "body", "contact"]
    fact_names = [
        "country",
        "latitude",
        "longitude",
        "time_zone",
        "relation",
        "spellings",
        "wikidata",
        "local_names",
        "agreements",
        "status_periods",
        "websites",
        "topic_links",
    ]

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One to three sentences."))
    partner_body = models.CharField(
        _("partner"),
        max_length=255,
        blank=True,
        help_text=_("Who the partner is where it is not simply the city, such as “Brussels-Capital Region”."),
    )
    lead_picture = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("lead picture"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))
    contact = StreamField([("contact", ContactBlock())], blank=True, max_num=1, verbose_name=_("contact person"))

    country = models.CharField(
        _("country"),
        max_length=2,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Give the two-letter code of ISO 3166-1, such as FR."))],
        help_text=_("Two-letter code of ISO 3166-1, such as FR."),
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("IANA name, such as Europe/Paris."),
    )
    relation = models.CharField(
        _("kind of relation"), max_length=12, choices=RelationKind, default=RelationKind.PARTNERSHIP
    )
    spellings = models.TextField(
        _("other spellings"), blank=True, help_text=_("One on each line, in any script; they help readers to find it.")
    )
    wikidata = models.CharField(
        _("Wikidata item"),
        max_length=20,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9][0-9]*$", _("Give the item's identifier, such as Q90."))],
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
        index.SearchField("partner_body"),
        index.SearchField("spellings"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("lead_picture"),
        FieldPanel("body"),
        FieldPanel("partner_body"),
        FieldPanel("contact"),
    ]
    facts_panels = [
        MultiFieldPanel(
            [FieldPanel("relation"), InlinePanel("agreements", label=_("Agreement"), heading=_("Agreements"))],
            heading=_("Relation"),
        ),
        InlinePanel("status_periods", label=_("Status"), heading=_("Status")),
        MultiFieldPanel(
            [
                FieldPanel("country"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("time_zone"),
                FieldPanel("wikidata"),
            ],
            heading=_("Place"),
        ),
        MultiFieldPanel(
            [
                InlinePanel("local_names", label=_("Local name"), heading=_("Local names")),
                FieldPanel("spellings"),
            ],
            heading=_("Names"),
        ),
        MultipleChooserPanel("topic_links", chooser_field_name="topic", label=_("Topic"), heading=_("Topics")),
        InlinePanel("websites", label=_("Website"), heading=_("Websites")),
    ]

    class Meta:
        verbose_name = _("partner city")
        verbose_name_plural = _("partner cities")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="cityrelations_city_has_both_coordinates",
                violation_error_message=_("Give both latitude and longitude, or neither."),
            )
        ]

    @property
    def counting_agreement(self) -> Any | None:
        """Return the agreement the relation counts from, or None."""
        return next((one for one in self.agreements.all() if one.counts_from_here), None)

    @property
    def current_status(self) -> str:
        """Return the status that holds today: `active` where no period says otherwise."""
        return status_on(timezone.localdate(), self.status_periods.all())

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add topics, networks, projects and events of the city."""
        return related.of_city(reading.facts, request.reader)


class CityTopic(TopicRelation):
    """A topic the two cities work on."""

    page = ParentalKey(PartnerCityPage, on_delete=models.CASCADE, related_name="topic_links")
