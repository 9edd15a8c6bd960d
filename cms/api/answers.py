"""How an answer of the content API leaves: JSON, and the headers caches need."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from ninja import Schema

from cms.api.own_hosts import OWN_HOST_HEADERS
from cms.core import cachetags

CACHE_CONTROL = "public, max-age=0, must-revalidate"
"""May be kept, but is asked for again; the ETag makes that cheap. Edges that are purged by tag may keep it longer."""
UNTAGGED = "no-cache"
"""No cache may give it without asking: no tag would tell that it is old."""


def answer(request: HttpRequest, content: Schema, media_type: str = "application/json") -> HttpResponse:
    """Return the content as JSON, tagged with what it was made from."""
    return file(request, content.model_dump_json().encode(), media_type)


def file(request: HttpRequest, body: bytes, media_type: str) -> HttpResponse:
    """Return a body that is finished, tagged with what it was made from."""
    tags = cachetags.noted(request.reader)
    headers = {"Cache-Control": CACHE_CONTROL if tags else UNTAGGED, "Cache-Tag": ",".join(tags)}
    response = HttpResponse(body, content_type=media_type, headers=headers)
    if request.reader.was_told_apart:
        patch_vary_headers(response, OWN_HOST_HEADERS)
    return response
