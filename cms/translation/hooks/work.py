"""Addresses of the work on one page."""

from django.urls import URLPattern, path
from wagtail import hooks

from cms.translation.views.work import add_comment, take_step, work


@hooks.register("register_admin_urls")
def work_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("translation/work/<int:pk>/", work, name="translation_work"),
        path("translation/work/<int:pk>/comment/", add_comment, name="translation_work_comment"),
        path("translation/work/<int:pk>/<slug:step>/", take_step, name="translation_work_step"),
    ]
