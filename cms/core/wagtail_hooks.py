"""What this room adds to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.rich_text.feature_registry import FeatureRegistry

from cms.core.problems.registry import publishing_problems
from cms.core.rich_text import ReaderPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def link_to_the_readers_language(features: FeatureRegistry) -> None:
    """Let links in rich text lead to the page in the reader's language."""
    features.register_link_type(ReaderPageLinkHandler)


@hooks.register("before_publish_page")
def refuse_page_with_problems(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Send the editor back to a page that may not be published; the draft is already saved."""
    problems = publishing_problems(page)
    if not problems:
        return None
    for problem in problems:
        messages.error(request, problem.message)
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("before_bulk_action")
def refuse_bulk_publishing(
    request: HttpRequest, action_type: str, objects: list[Any], action_class_instance: Any
) -> HttpResponse | None:
    """Refuse to publish a selection with pages that may not be published, and name them; nothing is published."""
    if action_type != "publish" or not _are_pages(objects):
        return None
    refused = _refused(objects, include_descendants="include_descendants" in request.POST)
    if not refused:
        return None
    for page, problem in refused:
        messages.error(request, _("%(page)s: %(problem)s") % {"page": page.title, "problem": problem})
    messages.warning(request, _("Nothing was published. Correct these pages or take them out of the selection."))
    return redirect(action_class_instance.next_url)


def _are_pages(objects: list[Any]) -> bool:
    return all(hasattr(one, "get_latest_revision_as_object") and hasattr(one, "url_path") for one in objects)


def _refused(pages: list[Any], *, include_descendants: bool) -> list[tuple[Any, Any]]:
    found = []
    for page in pages:
        family = page.get_descendants(inclusive=True) if include_descendants else [page]
        for member in family:
            draft = member.specific.get_latest_revision_as_object()
            found += [(draft, problem.message) for problem in publishing_problems(draft)]
    return found
