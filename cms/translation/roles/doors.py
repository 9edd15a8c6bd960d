"""Every address of wagtail-localize, who may pass there, and what answers.

wagtail-localize asks for one permission on everything, or for the right to edit where more happens. Here each address
has a guard. One without an entry, which a new version may bring, is closed to all but administrators.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern

from cms.translation.roles import guards
from cms.translation.views import filling, localize_texts
from cms.translation.views.localize_report import SeenTranslationsReportView
from cms.translation.views.submission import SubmissionView
from cms.translation.views.synchronising import GuardedUpdateTranslationsView

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Door:
    """Who may pass; and the view that answers, None for wagtail-localize's own."""

    guard: Callable[..., bool]
    view: View | None = None


DOORS = {
    # What it says in the interface
    "javascript_catalog": Door(guards.everybody),
    # Starting translations, and bringing them in step with their source
    "submit_page_translation": Door(guards.may_submit, SubmissionView.as_view()),
    "submit_snippet_translation": Door(guards.administrators),
    "update_translations": Door(guards.may_synchronise, GuardedUpdateTranslationsView.as_view()),
    # Writing texts; pictures and addresses of one language
    "edit_string_translation": Door(guards.edits_target, localize_texts.text),
    "edit_override": Door(guards.edits_target),
    "upload_pofile": Door(guards.edits_target, localize_texts.upload),
    "machine_translate": Door(guards.may_ask_machine, filling.fill_by_machine),
    # Reading
    "download_pofile": Door(guards.reads_target, localize_texts.download),
    "preview_translation": Door(guards.reads_target),
    "translations_report": Door(guards.takes_part, SeenTranslationsReportView.as_view()),
    "translations_report_results": Door(guards.takes_part, SeenTranslationsReportView.as_view(results_only=True)),
    "snippets_api_listing": Door(guards.knows_snippets),
    "snippets_api_detail": Door(guards.knows_snippets),
    # Changing where the words of a page come from, which may change what readers see
    "stop_translation": Door(guards.publishes_target),
    "convert_to_alias": Door(guards.publishes_page),
}


def guarded(pattern: URLPattern) -> URLPattern:
    """Return an address of wagtail-localize with its guard, to be found before the original."""
    door = DOORS.get(pattern.name, Door(guards.administrators))
    return URLPattern(pattern.pattern, _guarded(door, door.view or pattern.callback), pattern.default_args)


def _guarded(door: Door, view: View) -> View:
    @wraps(view)
    def pass_or_refuse(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not door.guard(request.user, **kwargs):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return pass_or_refuse
