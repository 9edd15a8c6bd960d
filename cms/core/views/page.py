"""A page at its address."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.views import serve

from cms.core.addresses import Found, page_at


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page that everybody may read at this address; Wagtail answers for all others.

    Those are pages behind a view restriction, for which it asks people to sign in, and nothing, which is 404.
    """
    found = page_at(request.reader, request.path_info)
    if isinstance(found, Found):
        return found.reading.words.render_reading(request, found.reading, **found.arguments)
    return serve(request, path)
