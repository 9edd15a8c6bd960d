"""sitemap.xml with the versions of each page in other languages (sitemaps.org 0.9; xhtml:link as Google reads it)."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from wagtail.models import Page

from cms.core.alternates import alternates, hreflang
from cms.core.page_paths import page_path
from cms.core.privacy import public


def sitemap(request: HttpRequest) -> HttpResponse:
    """Answer with all live public pages that count in their language."""
    public_locales = {language.locale_id for language in request.reader.languages.public}
    rows = (
        public(Page.objects.live()).filter(edition__isnull=False).select_related("locale", "edition").order_by("path")
    )
    by_key: dict[Any, list[Page]] = {}
    for row in rows:
        by_key.setdefault(row.translation_key, []).append(row)
    entries = [
        {
            "path": page_path(row, row.locale.language_code),
            "modified": row.last_published_at,
            "hreflang": hreflang(
                alternates(by_key[row.translation_key], request.reader), request.reader.languages.of(row.locale_id)
            ),
        }
        for row in rows
        if row.locale_id in public_locales
    ]
    xml = render_to_string("sitemap.xml", {"entries": entries, "site_url": settings.SITE_URL.rstrip("/")})
    return HttpResponse(xml, content_type="application/xml; charset=utf-8")
