"""Addresses of the buttons that fill a translation in."""

from django.urls import URLPattern, path
from wagtail import hooks

from cms.translation.views.filling import fill_by_machine, fill_from_memory


@hooks.register("register_admin_urls")
def filling_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("translation/machine/<int:translation_id>/", fill_by_machine, name="translation_machine"),
        path("translation/memory/fill/<int:translation_id>/", fill_from_memory, name="translation_memory_fill"),
    ]
