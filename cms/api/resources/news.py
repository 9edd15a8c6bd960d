"""News, as a list in parts."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router
from pydantic import ConfigDict

from cityrelations.agenda import entries_of, readable
from cityrelations.models import NewsPage
from cityrelations.summaries import NewsSummary
from cms.api.answers import answer
from cms.api.paging import Paging, Part, part_of
from cms.api.parameters import read_in
from cms.api.problems import Problem
from cms.api.resources.agenda import AgendaFilter
from cms.core.cachetags import list_tag, note
from cms.core.reader import Reader

router = Router(tags=["News and events"])


class NewsFilter(AgendaFilter, Paging):
    """Which part of which news is asked for."""


class NewsList(Part):
    """A part of the list of news."""

    model_config = ConfigDict(extra="forbid")

    results: list[NewsSummary]


@router.get("/news", response={200: NewsList, 404: Problem, 422: Problem}, operation_id="listNews")
def list_news(request: HttpRequest, asked: Query[NewsFilter]) -> HttpResponse:
    """List news, the latest first. News dated later than today is not listed yet."""
    reader = read_in(request, asked.locale)
    part = part_of(narrowed(asked, reader), ("-published_on", "pk"), asked, request)
    if not part["results"]:
        asked.check_pages()
    part["results"] = [NewsSummary.of(entry) for entry in entries_of(part["results"], reader)]
    return answer(request, NewsList(**part))


def narrowed(asked: NewsFilter, reader: Reader) -> Any:
    """Return the news that this reader can read and that meet all conditions."""
    note(reader, list_tag(NewsPage))
    asked.check_days()
    today = timezone.localdate()
    rows = asked.linked(readable(NewsPage, reader)).filter(published_on__lte=today)
    if asked.from_:
        rows = rows.filter(published_on__gte=asked.from_)
    if asked.to:
        rows = rows.filter(published_on__lte=asked.to)
    if asked.period == "current":
        return rows.filter(listed_until__gte=today)
    return rows.filter(listed_until__lt=today) if asked.period == "past" else rows
