"""What this room adds to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry

from cms.core.problems.bulk import GatedPublishBulkAction
from cms.core.problems.refusals import refused
from cms.core.rich_text_links import PublicDocumentLinkHandler, ReaderPageLinkHandler

hooks.register("register_bulk_action", GatedPublishBulkAction, order=10)


@hooks.register("register_rich_text_features", order=10)
def link_to_the_readers_language(features: FeatureRegistry) -> None:
    """Let links in rich text lead to the page in the reader's language."""
    features.register_link_type(ReaderPageLinkHandler)


@hooks.register("register_rich_text_features", order=10)
def link_to_public_documents(features: FeatureRegistry) -> None:
    """Let links in rich text lead to no document of a private collection."""
    features.register_link_type(PublicDocumentLinkHandler)


@hooks.register("insert_global_admin_css")
def style_admin() -> str:
    """Add our stylesheets for the forms and lists of the admin."""
    sheets = [(static(f"admin/css/{name}.css"),) for name in ("forms", "listings")]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("before_publish_page")
def refuse_page_with_problems(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Send the editor back to a page that may not be published; the draft is already saved."""
    if refused(request, [page]):
        return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return None


@hooks.register("before_copy_page")
def refuse_copies_with_problems(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Refuse to publish copies of pages that may not be published; Wagtail would stop half way through a tree."""
    if request.method != "POST" or "publish_copies" not in request.POST:
        return None
    copied = (
        page.get_descendants(inclusive=True) if "copy_subpages" in request.POST else Page.objects.filter(pk=page.pk)
    )
    originals = list(copied.live().specific())
    for original in originals:
        original.alias_of = None
    return redirect(request.get_full_path()) if refused(request, originals) else None
