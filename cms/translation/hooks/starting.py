"""Where starting the translations of a section is followed."""

from django.urls import URLPattern, path
from wagtail import hooks

from cms.translation.views.starting import progress


@hooks.register("register_admin_urls")
def starting_urls() -> list[URLPattern]:
    """Add the address."""
    return [path("translation/starting/<str:task_id>/", progress, name="translation_start_progress")]
