"""The readers' search: one page per language."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from search.finding import clean, find

RESULTS_A_PAGE = 20


def search(request: HttpRequest) -> HttpResponse:
    """Answer with pages of the reader's language that match `q`."""
    query = clean(request.GET.get("q", ""))
    results = Paginator(find(query, request.reader), RESULTS_A_PAGE).get_page(request.GET.get("page"))
    return TemplateResponse(request, "search/search.html", {"query": query, "results": results})
