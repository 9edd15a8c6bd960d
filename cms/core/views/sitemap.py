"""sitemap.xml with the versions of each page in other languages (sitemaps.org 0.9; xhtml:link as Google reads it)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from wagtail.models import Page

from cms.core.alternates import alternates, hreflang


def sitemap(request: HttpRequest) -> HttpResponse:
    """Answer with all live public pages that count in their language."""
    languages = [language.locale_id for language in request.reader.languages.public]
    pages = (
        Page.objects.live()
        .public()
        .filter(edition__isnull=False, locale_id__in=languages)
        .select_related("locale")
        .order_by("path")
    )
    pages = list(pages)
    versions = alternates({page.translation_key for page in pages}, request.reader)
    entries = [
        {
            "path": page.url,
            "modified": page.last_published_at,
            "hreflang": hreflang(versions.get(page.translation_key, [])),
        }
        for page in pages
    ]
    xml = render_to_string("sitemap.xml", {"entries": entries, "site_url": settings.SITE_URL.rstrip("/")})
    return HttpResponse(xml, content_type="application/xml; charset=utf-8")
