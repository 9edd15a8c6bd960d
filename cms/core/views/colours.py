"""The stylesheet with the site's accent colour."""

from django.http import Http404, HttpRequest, HttpResponse

from cms.core.colours import address, stylesheet
from cms.core.models import SiteSettings


def colours(request: HttpRequest, digest: str) -> HttpResponse:
    """Answer with the stylesheet; only at the address made of its present content, so that it never goes stale."""
    settings = SiteSettings.load(request)
    if request.path != address(settings.accent, settings.accent_dark):
        raise Http404
    css = stylesheet(settings.accent, settings.accent_dark)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return HttpResponse(css, content_type="text/css; charset=utf-8", headers=headers)
