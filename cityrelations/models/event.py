"""Events."""

from datetime import datetime
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from pydantic import Field
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from cityrelations import related, schedule
from cityrelations.forms import EventPageForm
from cityrelations.models.agenda_entry import AgendaEntry
from cityrelations.models.relations import CityRelation, NetworkRelation, TopicRelation
from cityrelations.summaries import CitySummary, Coded, DirectionCode, Occasion, event_facts
from cityrelations.time_zones import is_time_zone, validate_time_zone
from cms.core.blocks.body import BodyBlock, BodyBlockContent
from cms.core.blocks.picture import LeadPictureBlock
from cms.core.content.base import stream
from cms.core.content.pages import PageContent, PageReference
from cms.core.content.pictures import PictureContent, first_picture
from cms.core.content.words import plain
from cms.core.models import BasePage
from cms.core.resolver import Reading
from cms.images.roles import LEAD


class Direction(models.TextChoices):
    """Where an event takes place, seen from the home city."""

    HERE = "here", _("Here")
    ABROAD = "abroad", _("Abroad")
    ONLINE = "online", _("Online")


class EventStatus(models.TextChoices):
    """Whether an event takes place (schema.org EventStatusType)."""

    PLANNED = "planned", _("Planned")
    CANCELLED = "cancelled", _("Cancelled")
    POSTPONED = "postponed", _("Postponed")


class EventPageContent(PageContent):
    """An event: announced before, reported afterwards. What is not given is "", null or empty."""

    type: Literal["cityrelations.EventPage"] = "cityrelations.EventPage"
    intro: str
    occasion: str
    location: str
    kind: Coded
    status: Literal["planned", "cancelled", "postponed"]
    direction: DirectionCode
    time_zone: str
    first: Occasion | None
    further: list[Occasion]
    starts_at: datetime | None
    ends_at: datetime | None
    lead_picture: PictureContent | None
    body: list[BodyBlockContent] = Field(description="The report where there is one, else the announcement.")
    cities: list[CitySummary]
    networks: list[PageReference]
    topics: list[PageReference]
    source: str | None

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return texts, times and who takes part."""
        words, facts = reading.words, reading.facts
        return {
            **{name: plain(getattr(words, name)) for name in ("intro", "occasion", "location")},
            **event_facts(facts, context["kind_label"]),
            "further": [Occasion.of(one) for one in facts.later_dates],
            "lead_picture": first_picture(words.lead_picture, LEAD),
            "body": stream(words.report or words.announcement),
            "cities": [CitySummary.of(card) for card in context["cities"]],
            "networks": [PageReference.of(one) for one in context["networks"]],
            "topics": [PageReference.of(one) for one in context["topics"]],
            "source": facts.source or None,
        }


class EventPage(AgendaEntry, BasePage):
    """Something that happens at a time: announced before, reported afterwards, at one address for good."""

    base_form_class = EventPageForm
    api_content = EventPageContent
    listed_children = ("city_links", "further_dates")
    parent_page_types = ["cityrelations.EventIndexPage"]
    subpage_types: list[str] = []
    page_description = _("A visit, reception, signing or other event: announced before, reported afterwards.")
    words = ["intro", "occasion", "location", "lead_picture", "announcement", "report"]
    fact_names = [
        "kind",
        "direction",
        "start_date",
        "start_time",
        "end_date",
        "end_time",
        "time_zone",
        "recurrence",
        "status",
        "source",
        "further_dates",
        "city_links",
        "network_links",
        "topic_links",
    ]
    derived_facts = ["starts_at", "ends_at", "listed_until"]
    replaced_streams = {"announcement": "report"}

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One to three sentences."))
    occasion = models.CharField(
        _("occasion"), max_length=255, blank=True, help_text=_("Such as “30 years of partnership”.")
    )
    location = models.CharField(_("place"), max_length=255, blank=True)
    lead_picture = StreamField(LeadPictureBlock(), blank=True, verbose_name=_("lead picture"))
    announcement = StreamField(BodyBlock(), blank=True, verbose_name=_("announcement"))
    report = StreamField(
        BodyBlock(), blank=True, verbose_name=_("report"), help_text=_("Shown instead of the announcement afterwards.")
    )

    kind = models.CharField(
        _("kind"), max_length=40, default="other", help_text=_("A code from the list on the current event index.")
    )
    direction = models.CharField(_("where"), max_length=6, choices=Direction, blank=True)
    start_date = models.DateField(_("first day"), null=True)
    start_time = models.TimeField(_("begins at"), null=True, blank=True, help_text=_("Empty: all day."))
    end_date = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: the same day."))
    end_time = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        validators=[validate_time_zone],
        help_text=_("IANA name of the place's time zone, such as Europe/Paris. Times above are local to it."),
    )
    recurrence = models.CharField(
        _("recurrence rule"),
        max_length=255,
        blank=True,
        validators=[schedule.validate_recurrence],
        help_text=_("RRULE of RFC 5545 with COUNT or UNTIL, such as FREQ=MONTHLY;BYDAY=1MO;COUNT=6."),
    )
    status = models.CharField(_("status"), max_length=9, choices=EventStatus, default=EventStatus.PLANNED)
    source = models.URLField(_("source"), max_length=500, blank=True)

    starts_at = models.DateTimeField(null=True, editable=False, db_index=True)
    ends_at = models.DateTimeField(null=True, editable=False, db_index=True)
    listed_until = models.DateTimeField(null=True, editable=False, db_index=True)

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("occasion"),
        index.SearchField("location"),
        index.SearchField("announcement"),
        index.SearchField("report"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("occasion"), FieldPanel("location")]),
        FieldPanel("lead_picture"),
        FieldPanel("announcement"),
        FieldPanel("report"),
    ]
    facts_panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("direction"), FieldPanel("status")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time")]),
                FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
                FieldPanel("time_zone"),
            ],
            heading=_("When"),
        ),
        InlinePanel("further_dates", label=_("Date"), heading=_("Further dates")),
        FieldPanel("recurrence"),
        MultipleChooserPanel("city_links", chooser_field_name="city", label=_("Partner city"), heading=_("Cities")),
        MultipleChooserPanel("network_links", chooser_field_name="network", label=_("Network"), heading=_("Networks")),
        MultipleChooserPanel("topic_links", chooser_field_name="topic", label=_("Topic"), heading=_("Topics")),
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = _("event")
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="cityrelations_event_ends_after_start",
                violation_error_message=_("An event cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True) | Q(start_time__isnull=False),
                name="cityrelations_event_end_time_needs_start_time",
                violation_error_message=_("Give the time it begins as well, or leave both times empty."),
            ),
        ]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Derive the UTC moments before anything is validated or saved."""
        self._derive_moments()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """Refuse times that cannot be, and two ways of repeating at once."""
        super().clean()
        schedule.validate_times(self)
        if self.recurrence and self.further_dates.all():
            raise ValidationError({"recurrence": _("Give further dates or a recurrence rule, not both.")})
        schedule.validate_number(self)

    @property
    def last_day(self) -> Any:
        """Return the last day of the first occurrence."""
        return self.end_date or self.start_date

    @property
    def next_date(self) -> schedule.Occurrence:
        """Return when it takes place now or next; where all is over, or moments cannot be told, the first time."""
        return schedule.next_date(self, timezone.now()) if self.starts_at else schedule.first_date(self)

    @property
    def later_dates(self) -> list[schedule.Occurrence]:
        """Return when it takes place again, in local dates and times."""
        return schedule.later_dates(self)

    @property
    def is_all_day(self) -> bool:
        """Return whether no time of day is known."""
        return self.start_time is None

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add cities, networks, topics and the name of the kind."""
        return related.of_event(reading.facts, request.reader)

    def _derive_moments(self) -> None:
        is_readable = not self.recurrence or schedule.is_rule(self.recurrence)
        if not (self.start_date and is_time_zone(self.time_zone) and is_readable):
            self.starts_at = self.ends_at = self.listed_until = None
            return
        occurrences = schedule.occurrences(self)
        self.starts_at = min(one.starts_at for one in occurrences)
        self.ends_at = max(one.ends_at for one in occurrences)
        self.listed_until = self.ends_at


class EventCity(CityRelation):
    """A partner city that takes part."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="city_links")


class EventNetwork(NetworkRelation):
    """A network that takes part."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="network_links")


class EventTopic(TopicRelation):
    """A topic of the event."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="topic_links")
