"""Addresses of the work on one page, and the page editor telling that somebody wrote."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks

from cms.translation.views.work import add_comment, take_step, work
from cms.translation.work.wording import note_writing


@hooks.register("register_admin_urls")
def work_urls() -> list[URLPattern]:
    """Add the addresses."""
    return [
        path("translation/work/<int:pk>/", work, name="translation_work"),
        path("translation/work/<int:pk>/comment/", add_comment, name="translation_work_comment"),
        path("translation/work/<int:pk>/<slug:step>/", take_step, name="translation_work_step"),
    ]


@hooks.register("after_edit_page", order=-10)
def note_work_in_page_editor(request: HttpRequest, page: Any) -> None:
    """Let the work be in hand again after a draft was saved, before any hook that answers in the editor's place."""
    note_writing(page, request.user)
