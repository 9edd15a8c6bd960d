"""The readers' search."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from cms.api.answers import answer
from cms.api.parameters import LocaleParameter, read_in
from cms.api.problems import Problem
from cms.api.resources.pages import PageItem, page_item
from cms.api.unions import PAGE_TYPES
from cms.core import cachetags
from cms.core.content.base import Content
from search.finding import LONGEST_QUERY, clean, find

router = Router(tags=["Search"])
MOST = 50


class SearchResults(Content):
    """What was found, the best first."""

    query: str = Field(description="As it was searched for.")
    results: list[PageItem]


@router.get("/search", response={200: SearchResults, 404: Problem, 422: Problem}, operation_id="search")
def search(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=LONGEST_QUERY, description="Words to search for.", examples=["Paris"])],
    locale: LocaleParameter = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many results at most.")] = 20,
) -> HttpResponse:
    """Find pages of one language. Only pages that count in it are found."""
    reader = read_in(request, locale)
    query = clean(q)
    cachetags.note(reader, *(cachetags.list_tag(model) for model in PAGE_TYPES.values()))
    found = [page_item(row, reader) for row in find(query, reader)[:limit]]
    return answer(request, SearchResults(query=query, results=found))
