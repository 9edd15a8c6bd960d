"""Events: as a list in parts, and as calendars (RFC 5545)."""

from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Query, Router
from pydantic import ConfigDict, Field

from cityrelations.agenda import entries_of, kind_labels, readable
from cityrelations.calendars import CONTENT_TYPE, MEDIA_TYPE, calendar
from cityrelations.models import EventPage
from cityrelations.summaries import EventSummary
from cms.api.answers import answer, file
from cms.api.paging import Paging, Part, part_of
from cms.api.parameters import LocaleParameter, read_in
from cms.api.problems import Problem, bad_parameter
from cms.api.resources.agenda import AgendaFilter, beginning_of, end_of
from cms.core.cachetags import list_tag, note
from cms.core.reader import Reader

router = Router(tags=["News and events"])
EventId = Annotated[UUID, Path(description="Id of an event.")]
PROBLEMS = {404: Problem, 422: Problem}
CALENDAR = {
    "responses": {
        200: {
            "description": "OK",
            "content": {MEDIA_TYPE: {"schema": {"type": "string", "description": "iCalendar (RFC 5545)."}}},
        }
    }
}


class EventFilter(AgendaFilter):
    """Which events are listed: all conditions together."""

    kind: str | None = Field(
        None, pattern="^[A-Za-z0-9_-]{1,40}$", description="Code of a kind of event.", examples=["visit"]
    )
    direction: Literal["here", "abroad", "online"] | None = Field(
        None, description="Where it takes place, seen from the home city."
    )
    status: Literal["planned", "cancelled", "postponed"] | None = Field(None, description="Whether it takes place.")


class EventPartFilter(EventFilter, Paging):
    """Which part of which events is asked for."""


class EventList(Part):
    """A part of the list of events."""

    model_config = ConfigDict(extra="forbid")

    results: list[EventSummary]


@router.get("/events", response={200: EventList, **PROBLEMS}, operation_id="listEvents")
def list_events(request: HttpRequest, asked: Query[EventPartFilter]) -> HttpResponse:
    """List events: current ones soonest first, otherwise the latest first. Those that repeat stand once, by their first
    time.

    `from` and `to` ask for events that begin before the end of the last day and end after the beginning of the first.
    """
    reader = read_in(request, asked.locale)
    ordering = ("starts_at", "pk") if asked.period == "current" else ("-starts_at", "pk")
    part = part_of(narrowed(asked, reader), ordering, asked, request)
    check(part["results"], asked, reader)
    now = timezone.now() if asked.period == "current" else None
    part["results"] = [EventSummary.of(entry) for entry in entries_of(part["results"], reader, now)]
    return answer(request, EventList(**part))


@router.get("/events.ics", response=PROBLEMS, operation_id="subscribeEvents", openapi_extra=CALENDAR)
def subscribe_events(request: HttpRequest, asked: Query[EventFilter]) -> HttpResponse:
    """Return all events that meet the conditions as a calendar (RFC 5545), to be subscribed to."""
    reader = read_in(request, asked.locale)
    found = list(narrowed(asked, reader).order_by("starts_at", "pk"))
    check(found, asked, reader)
    return file(request, calendar(entries_of(found, reader)), CONTENT_TYPE)


@router.get("/events/{uuid:event_id}.ics", response=PROBLEMS, operation_id="getEventCalendar", openapi_extra=CALENDAR)
def event_calendar(request: HttpRequest, event_id: EventId, locale: LocaleParameter = None) -> HttpResponse:
    """Return one event, all its dates included, as a calendar (RFC 5545)."""
    reader = read_in(request, locale)
    found = entries_of(readable(EventPage, reader).filter(translation_key=event_id), reader)
    if not found:
        raise bad_parameter("event_id", f"there is no event {event_id} in this language.", place="path", status=404)
    return file(request, calendar(found), CONTENT_TYPE)


def narrowed(asked: EventFilter, reader: Reader) -> Any:
    """Return the events that this reader can read and that meet all conditions."""
    note(reader, list_tag(EventPage))
    asked.check_days()
    rows = asked.linked(readable(EventPage, reader)).filter(starts_at__isnull=False)
    exact = {name: getattr(asked, name) for name in ("kind", "direction", "status")}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if asked.from_:
        rows = rows.filter(ends_at__gt=beginning_of(asked.from_))
    if asked.to:
        rows = rows.filter(starts_at__lt=end_of(asked.to))
    if asked.period == "current":
        return rows.filter(listed_until__gt=timezone.now())
    return rows.filter(listed_until__lte=timezone.now()) if asked.period == "past" else rows


def check(found: list[Any], asked: EventFilter, reader: Reader) -> None:
    """Raise a problem where nothing was found because nothing of what was named exists."""
    if found:
        return
    asked.check_pages()
    labels = kind_labels(reader)
    if asked.kind and labels and asked.kind not in labels:
        message = f"there is no kind {asked.kind}. There are: {', '.join(labels)}."
        raise bad_parameter("kind", message, status=404)
