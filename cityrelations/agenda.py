"""What News and the Retrospective list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils import timezone

from cityrelations import models
from cityrelations.schedule import Occurrence, first_date, next_date
from cms.core.cards import Card, cards
from cms.core.gathering import gather, gather_one
from cms.core.reader import Reader
from cms.core.resolver import Reading

_KINDS, _CITIES = "event kinds", "cities of entries"


@dataclass(frozen=True)
class Entry(Card):
    """An event or a piece of news in a list; `when` says which of an event's times it is listed under."""

    kind_label: str
    cities: list[Reading]
    when: Occurrence | None

    @property
    def is_event(self) -> bool:
        """Return whether this is an event rather than news."""
        return isinstance(self.facts, models.EventPage)

    @property
    def day(self) -> date:
        """Return the local date it is listed under."""
        return self.when.start_date if self.is_event else self.facts.published_on


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
    today = timezone.localdate(now)
    listed = models.EventPage.objects.sources().filter(listed_until__gt=now)
    fresh = models.NewsPage.objects.sources().filter(listed_until__gte=today, published_on__lte=today)
    found = gather([listed, fresh], reader)
    events = sorted(entries(found[models.EventPage], reader, now), key=_by_start)
    news = sorted(found[models.NewsPage], key=lambda one: (-one.facts.published_on.toordinal(), one.facts.pk))
    return CurrentAgenda(
        now=[entry for entry in events if entry.when.starts_at <= now],
        coming=[entry for entry in events if entry.when.starts_at > now],
        news=entries(news, reader),
    )


def retrospective(reader: Reader, year: int | None = None, now: datetime | None = None) -> YearAgenda | None:
    """Return one year of what has been (default: the latest), or None for a year without entries."""
    now = now or timezone.now()
    events = readable(models.EventPage, reader).filter(listed_until__lte=now)
    news = readable(models.NewsPage, reader).filter(listed_until__lt=timezone.localdate(now))
    years = _years(events, news)
    if year is None and not years:
        return YearAgenda(None, [], [])
    chosen = years[0] if year is None else year
    if chosen not in years:
        return None
    found = gather([events.filter(start_date__year=chosen), news.filter(published_on__year=chosen)], reader)
    listed = latest_first(entries([one for made in found.values() for one in made], reader))
    months = [(first, list(group)) for first, group in groupby(listed, key=lambda entry: entry.day.replace(day=1))]
    return YearAgenda(chosen, years, months)


def latest_first(found: list[Entry]) -> list[Entry]:
    """Return entries sorted by the day they are listed under, the latest first."""
    return sorted(found, key=lambda entry: entry.day, reverse=True)


def entries(found: Iterable[Reading], reader: Reader, now: datetime | None = None) -> list[Entry]:
    """Return entries for events and news, in their order, each with its kind and the cities it names.

    Events are listed under the time that is on or next at `now`; where it is not given, under their first.
    """
    made = cards(found, reader)
    ids = {link.city_id for card in made for link in card.facts.city_links.all()}
    labels, cities = _labels_and_cities(ids, reader) if made else ({}, {})
    return [
        Entry(
            card.reading,
            card.picture,
            labels.get(getattr(card.facts, "kind", ""), ""),
            [cities[link.city_id] for link in card.facts.city_links.all() if link.city_id in cities],
            _when(card.facts, now),
        )
        for card in made
    ]


def entries_of(pages: Iterable[Any], reader: Reader, now: datetime | None = None) -> list[Entry]:
    """Return entries for source pages of one type, events or news, in their order; for `now` see `entries`."""
    pages = list(pages)
    if not pages:
        return []
    model = type(pages[0])
    found = gather_one(model.objects.sources().filter(pk__in=[page.pk for page in pages]), reader)
    by_pk = {reading.facts.pk: reading for reading in found}
    return entries([by_pk[page.pk] for page in pages if page.pk in by_pk], reader, now)


def kind_labels(reader: Reader) -> dict[str, str]:
    """Return the names of the kinds of events in the reader's language by code, looked up once per answer."""
    return _labels_and_cities(set(), reader)[0]


def current_index() -> Any:
    """Return the source page of News, as a query set."""
    return models.EventIndexPage.objects.sources().filter(period=models.EventIndexPage.Period.CURRENT)


def _labels_and_cities(ids: set[int], reader: Reader) -> tuple[dict[str, str], dict[int, Reading]]:
    """Return the names of the kinds of events by code, and cities by primary key, in one query at most."""
    labels, cities = reader.cache.setdefault(_KINDS, {}), reader.cache.setdefault(_CITIES, {})
    wanted = (
        [models.PartnerCityPage.objects.sources().filter(pk__in=ids - cities.keys())] if ids - cities.keys() else []
    )
    if "" not in labels:
        wanted.append(current_index())
    found = gather(wanted, reader) if wanted else {}
    cities |= {reading.facts.pk: reading for reading in found.get(models.PartnerCityPage, [])}
    for index in found.get(models.EventIndexPage, []):
        labels |= {kind["value"]["code"]: kind["value"]["label"] for kind in index.words.kinds.raw_data}
    labels.setdefault("", "")
    return labels, cities


def _when(facts: Any, now: datetime | None) -> Occurrence | None:
    if not isinstance(facts, models.EventPage):
        return None
    return next_date(facts, now) if now else first_date(facts)


def _by_start(entry: Entry) -> tuple[datetime, int]:
    return entry.when.starts_at, entry.facts.pk


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
    by_event = events.order_by().values_list("start_date__year", flat=True)
    by_news = news.order_by().values_list("published_on__year", flat=True)
    return sorted(by_event.union(by_news), reverse=True)
