"""The page behind a link to a draft. Without cookies."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from cms.core.reader import become
from cms.core.resolver import own_reading
from cms.core.views.errors import server_page
from cms.publishing.drafts.opening import HEADERS, Closed, open_link


@require_safe
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with the draft in its language under a banner, or with 403 that says why there is none."""
    if not hasattr(request, "reader"):
        return server_page("404_bare.html", 404)
    found = open_link(token)
    if isinstance(found, Closed):
        return closed(request, found)
    reader = become(request, request.reader.languages.of(found.page.locale_id))
    response = found.page.render_reading(request, own_reading(found.page, reader))
    response.context_data["draft"] = found
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def closed(request: HttpRequest, found: Closed) -> HttpResponse:
    """Answer 403 in a language of the reader. Rendered without the request, of which templates ask for cookies."""
    language = request.reader.language
    context = {"closed": found, "code": language.code, "direction": language.direction}
    html = render_to_string("publishing/draft_closed.html", context)
    response = HttpResponse(html, status=403, headers=HEADERS)
    patch_vary_headers(response, ["Accept-Language"])
    return response
