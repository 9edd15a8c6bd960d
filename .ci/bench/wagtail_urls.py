"""The site's addresses, and Wagtail's own two APIs below `/wagtail/`."""

from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.api.v3.urls import api as v3

from cms import urls

v2 = WagtailAPIRouter("wagtailapi")
v2.register_endpoint("pages", PagesAPIViewSet)

handler404 = urls.handler404
handler500 = urls.handler500
urlpatterns = [path("wagtail/v2/", v2.urls), path("wagtail/v3/", v3.urls), *urls.urlpatterns]
