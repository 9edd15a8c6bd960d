"""`/`: to the front page in the reader's language."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers


def front_page(request: HttpRequest) -> HttpResponse:
    """Redirect (302) to the front page in the language negotiated with the reader."""
    response = HttpResponseRedirect(f"/{request.reader.language.code}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
