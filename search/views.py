"""The readers' search: one page per language."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.models import Page

from cms.core.models import Edition
from cms.core.privacy import public
from cms.core.resolver import with_age

RESULTS_A_PAGE = 20
LONGEST_QUERY = 200


def search(request: HttpRequest) -> HttpResponse:
    """Answer with pages of the reader's language that match `q`; only pages that count in it are found."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    pages = public(Page.objects.live()).filter(
        locale_id=request.reader.language.locale_id, pk__in=Edition.objects.values("page_id")
    )
    found = with_age(pages).search(query) if query else pages.none()
    results = Paginator(found, RESULTS_A_PAGE).get_page(request.GET.get("page"))
    return TemplateResponse(request, "search/search.html", {"query": query, "results": results})
