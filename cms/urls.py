"""Addresses: staff and machines first, then everything readers see, under its language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.api.api import api
from cms.core.views.colours import colours
from cms.core.views.front_page import front_page
from cms.core.views.page import page
from cms.core.views.robots import robots
from cms.core.views.sitemap import sitemap
from cms.images.originals import original
from cms.publishing.views.drafts import draft
from search.views import search

handler404 = "cms.core.views.errors.not_found"
handler500 = "cms.core.views.errors.server_error"

urlpatterns = [
    path("", front_page),
    path("admin/", include(wagtailadmin_urls)),
    path("api/v1/", api.urls),
    path("documents/", include(wagtaildocs_urls)),
    path("draft/<str:token>/", draft, name="draft"),
    path("translation/", include("cms.translation.urls")),
    path("media/private/<path:name>", original),
    path("colours.<slug:digest>.css", colours),
    path("robots.txt", robots),
    path("sitemap.xml", sitemap),
    *i18n_patterns(
        path("search/", search, name="search"),
        *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"),
        re_path(wagtail_urls.serve_pattern, page, name="wagtail_serve"),
    ),
]

if settings.DEBUG:
    from django.contrib.staticfiles.urls import staticfiles_urlpatterns

    urlpatterns = [*staticfiles_urlpatterns(), *urlpatterns]
