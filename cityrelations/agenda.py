"""What News and the Retrospective list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from cityrelations import models
from cms.core.cards import Card, cards
from cms.core.reader import Reader
from cms.core.resolver import Reading, readings


@dataclass(frozen=True)
class Entry(Card):
    """An event or a piece of news in a list."""

    kind_label: str
    cities: list[Reading]

    @property
    def is_event(self) -> bool:
        """Return whether this is an event rather than news."""
        return isinstance(self.facts, models.EventPage)

    @property
    def day(self) -> date:
        """Return the local date it is listed under."""
        return self.facts.start_date if self.is_event else self.facts.published_on


@dataclass(frozen=True)
class CurrentAgenda:
    """News: what is on or coming, soonest first, and what is new, latest first."""

    now: list[Entry]
    coming: list[Entry]
    news: list[Entry]

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to list."""
        return not (self.now or self.coming or self.news)


@dataclass(frozen=True)
class YearAgenda:
    """One year of the retrospective, by month, latest first, and the years there are."""

    year: int | None
    years: list[int]
    months: list[tuple[date, list[Entry]]]

    @property
    def newer(self) -> int | None:
        """Return the next year with entries, or None."""
        return min((year for year in self.years if self.year and year > self.year), default=None)

    @property
    def older(self) -> int | None:
        """Return the year with entries before this one, or None."""
        return max((year for year in self.years if self.year and year < self.year), default=None)


def current(reader: Reader, now: datetime | None = None) -> CurrentAgenda:
    """Return what News lists at `now` (default: this moment)."""
    now = now or timezone.now()
    listed = models.EventPage.objects.sources().filter(listed_until__gt=now).order_by("starts_at", "pk")
    found = entries(listed, reader)
    fresh = models.NewsPage.objects.sources().filter(listed_until__gte=timezone.localdate(now))
    return CurrentAgenda(
        now=[entry for entry in found if entry.facts.starts_at <= now],
        coming=[entry for entry in found if entry.facts.starts_at > now],
        news=entries(fresh.filter(published_on__lte=timezone.localdate(now)).order_by("-published_on", "pk"), reader),
    )


def retrospective(reader: Reader, year: int | None = None, now: datetime | None = None) -> YearAgenda | None:
    """Return one year of what has been (default: the latest), or None for a year without entries."""
    now = now or timezone.now()
    events = readable(models.EventPage, reader).filter(listed_until__lte=now)
    news = readable(models.NewsPage, reader).filter(listed_until__lt=timezone.localdate(now))
    years = _years(events, news)
    if year is None and not years:
        return YearAgenda(None, [], [])
    chosen = year or years[0]
    if chosen not in years:
        return None
    found = entries(events.filter(start_date__year=chosen), reader)
    found += entries(news.filter(published_on__year=chosen), reader)
    found.sort(key=lambda entry: entry.day, reverse=True)
    months = [(first, list(group)) for first, group in groupby(found, key=lambda entry: entry.day.replace(day=1))]
    return YearAgenda(chosen, years, months)


def entries(found: Iterable[Any], reader: Reader) -> list[Entry]:
    """Return entries for source pages of events or news, in their order, each with the cities it names."""
    sources = list(found)
    prefetch_related_objects(sources, "city_links")
    labels = kind_labels(reader)
    made = cards(readings(sources, reader), reader)
    cities = _cities_by_id({link.city_id for card in made for link in card.facts.city_links.all()}, reader)
    return [
        Entry(
            card.reading,
            card.picture,
            labels.get(getattr(card.facts, "kind", ""), ""),
            [cities[link.city_id] for link in card.facts.city_links.all() if link.city_id in cities],
        )
        for card in made
    ]


def _cities_by_id(ids: set[int], reader: Reader) -> dict[int, Reading]:
    found = readings(models.PartnerCityPage.objects.sources().filter(pk__in=ids), reader) if ids else []
    return {reading.facts.pk: reading for reading in found}


def kind_labels(reader: Reader) -> dict[str, str]:
    """Return the names of the kinds of events in the reader's language by code, looked up once per answer."""
    if "event kinds" not in reader.cache:
        index = models.EventIndexPage.objects.sources().filter(period=models.EventIndexPage.Period.CURRENT)
        found = readings(index[:1], reader)
        stream = found[0].words.kinds.raw_data if found else []
        reader.cache["event kinds"] = {kind["value"]["code"]: kind["value"]["label"] for kind in stream}
    return reader.cache["event kinds"]


def kinds_to_choose() -> dict[str, str]:
    """Return the kinds of events by code as editors choose them: in the language of the current index, live or not."""
    index = models.EventIndexPage.objects.filter(
        period=models.EventIndexPage.Period.CURRENT, alias_of__isnull=True
    ).first()
    stream = index.kinds.raw_data if index else []
    return {kind["value"]["code"]: kind["value"]["label"] for kind in stream}


def readable(model: Any, reader: Reader) -> Any:
    """Return the source pages of a type that this reader can read in any language of their chain."""
    versions = model.objects.editions().filter(locale_id__in=list(reader.rank))
    return model.objects.sources().filter(translation_key__in=versions.values("translation_key"))


def _years(events: Any, news: Any) -> list[int]:
    by_event = events.order_by().values_list("start_date__year", flat=True).distinct()
    by_news = news.order_by().values_list("published_on__year", flat=True).distinct()
    return sorted({*by_event, *by_news}, reverse=True)
