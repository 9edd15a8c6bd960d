"""Addresses of wagtail-localize's own views, without our guards, to show what these are for."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.urls import handler404, handler500  # noqa: F401
from cms.urls import urlpatterns as ours

urlpatterns = [
    path("bare/submit/<int:page_id>/", require_admin_access(SubmitPageTranslationView.as_view())),
    path("bare/update/<int:translation_source_id>/", require_admin_access(UpdateTranslationsView.as_view())),
    *ours,
]
