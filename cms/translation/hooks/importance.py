"""Keeping what an editor chose in the page form, before the page is published and with each draft."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from cms.translation.lifecycle.importance import FIELD, is_asked, set_importance


@hooks.register("before_publish_page", order=-10)
@hooks.register("after_edit_page", order=-10)
def keep_importance(request: HttpRequest, page: Any) -> None:
    """Keep the choice with the revision that was just saved, so that workflows and schedules know it."""
    if FIELD in request.POST and page.latest_revision and is_asked(page):
        set_importance(page.latest_revision, request.POST[FIELD])
