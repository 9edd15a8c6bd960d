"""News and Retrospective: two views of all news and events."""

from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from pydantic import Field
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from cityrelations import agenda
from cityrelations.blocks import EventKindsBlock, default_event_kinds
from cityrelations.models.list_page import ListPage, ListPageContent
from cityrelations.summaries import EntrySummary, entry_summary
from cms.core.content.base import Content
from cms.core.content.words import PartialDate
from cms.core.resolver import Reading


class CurrentAgendaContent(Content):
    """News: what is on, what is coming, soonest first, and what is new, latest first."""

    period: Literal["current"] = "current"
    now: list[EntrySummary]
    coming: list[EntrySummary]
    news: list[EntrySummary]


class MonthContent(Content):
    """What happened in one month, the latest first."""

    month: PartialDate
    entries: list[EntrySummary]


class YearAgendaContent(Content):
    """One year of the retrospective. Other years are at the index's path with the year behind it, such as `2024/`."""

    period: Literal["retrospective"] = "retrospective"
    year: int | None = Field(description="null while there is nothing to look back on.")
    years: list[int] = Field(description="All years with entries, the latest first.")
    months: list[MonthContent]


class EventIndexPageContent(ListPageContent):
    """News or the retrospective."""

    type: Literal["cityrelations.EventIndexPage"] = "cityrelations.EventIndexPage"
    agenda: CurrentAgendaContent | YearAgendaContent = Field(discriminator="period")

    @classmethod
    def fields(cls, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Return words and entries."""
        make = _current if reading.facts.is_current else _year
        return super().fields(reading, context) | {"agenda": make(context["agenda"])}


def _current(found: agenda.CurrentAgenda) -> CurrentAgendaContent:
    parts = {name: [entry_summary(one) for one in getattr(found, name)] for name in ("now", "coming", "news")}
    return CurrentAgendaContent(**parts)


def _year(found: agenda.YearAgenda) -> YearAgendaContent:
    months = [
        MonthContent(month=PartialDate.of(first, "month"), entries=[entry_summary(one) for one in entries])
        for first, entries in found.months
    ]
    return YearAgendaContent(year=found.year, years=found.years, months=months)


class EventIndexPage(ListPage):
    """Lists news and events. News and events live below the current one for good."""

    class Period(models.TextChoices):
        """Which of the two views this is."""

        CURRENT = "current", _("Current: what is on and what is new")
        RETROSPECTIVE = "retrospective", _("Retrospective: what has been")

    api_content = EventIndexPageContent
    listed_streams = ("kinds",)
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cityrelations.EventPage", "cityrelations.NewsPage"]
    page_description = _("News, with events and news below it, or Retrospective, which shows what has been.")
    words = ["intro", "kinds", "body"]
    fact_names = ["period"]

    period = models.CharField(_("period"), max_length=13, choices=Period, default=Period.CURRENT)
    kinds = StreamField(
        EventKindsBlock(),
        default=default_event_kinds,
        blank=True,
        verbose_name=_("kinds of events"),
        help_text=_("Events choose from this list. Only needed on the current index."),
    )

    content_panels = [*ListPage.content_panels, FieldPanel("kinds")]
    facts_panels = [FieldPanel("period")]

    class Meta:
        verbose_name = _("event index")
        verbose_name_plural = _("event indexes")

    @property
    def is_current(self) -> bool:
        """Return whether this is News rather than Retrospective."""
        return self.period == self.Period.CURRENT

    def clean(self) -> None:
        """Allow one index of each period per language, and none that looks back on what lives below it."""
        super().clean()
        same = EventIndexPage.objects.filter(period=self.period, locale_id=self.locale_id).exclude(pk=self.pk)
        if self.locale_id and same.exists():
            raise ValidationError(
                {"period": _("This language already has an index for this period. Choose the other period.")}
            )
        if not self.is_current and self.numchild:
            raise ValidationError(
                {"period": _("News and events live below this page. Move them before you make it the retrospective.")}
            )

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Let the retrospective answer one year at `…/2024/`."""
        arguments = self.arguments_of(self, path_components)
        if arguments and self.live and not self.is_current:
            return RouteResult(self, kwargs=arguments)
        return super().route(request, path_components)

    @classmethod
    def arguments_of(cls, row: Any, rest: list[str]) -> dict[str, Any] | None:
        """Return the year that the address asks for."""
        year = rest[0] if len(rest) == 1 else ""
        return {"year": int(year)} if year.isascii() and year.isdigit() and len(year) == 4 else None

    def address_suffix(self, **kwargs: Any) -> str:
        """Return the year asked for, as it stands in the address."""
        return f"{kwargs['year']}/" if "year" in kwargs else ""

    def reading_context(self, request: HttpRequest, reading: Reading, **kwargs: Any) -> dict[str, Any]:
        """Add the entries of the view; one year of the retrospective, the latest where none is asked for."""
        if reading.facts.is_current and "year" in kwargs:
            raise Http404
        if reading.facts.is_current:
            return {"agenda": agenda.current(request.reader)}
        retrospective = agenda.retrospective(request.reader, kwargs.get("year"))
        if retrospective is None:
            raise Http404
        return {"agenda": retrospective}
