"""City networks."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from cityrelations.models import NetworkPage
from cityrelations.related import all_networks
from cityrelations.summaries import NetworkSummary
from cms.api.answers import answer
from cms.api.parameters import LocaleParameter, read_in
from cms.api.problems import Problem
from cms.core.cachetags import list_tag, note
from cms.core.content.base import Content

router = Router(tags=["Networks, topics and projects"])


class NetworkList(Content):
    """All networks, sorted by their names in the reader's language."""

    results: list[NetworkSummary]


@router.get("/networks", response={200: NetworkList, 404: Problem, 422: Problem}, operation_id="listNetworks")
def list_networks(request: HttpRequest, locale: LocaleParameter = None) -> HttpResponse:
    """List the networks this city is a member of."""
    reader = read_in(request, locale)
    note(reader, list_tag(NetworkPage))
    return answer(request, NetworkList(results=[NetworkSummary.of(one) for one in all_networks(reader)]))
