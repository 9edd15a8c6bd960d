"""Pages stay in the tree of their language: what Wagtail copies or moves into another one is refused."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page


@hooks.register("before_copy_page")
def refuse_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse a copy or an alias below a page in another language."""
    if request.method != "POST":
        return None
    parent = Page.objects.filter(pk=_number(request.POST.get("new_parent_page"))).first()
    return _refused(request, [page], parent)


@hooks.register("before_move_page")
def refuse_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Refuse to move a page below one in another language."""
    return _refused(request, [page], destination)


@hooks.register("before_bulk_action")
def refuse_moves(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> HttpResponse | None:
    """Refuse a selection with such a page."""
    if action_type != "move" or not issubclass(action.model, Page):
        return None
    return _refused(request, objects, action.cleaned_form.cleaned_data["chooser"])


def _refused(request: HttpRequest, pages: Iterable[Page], parent: Page | None) -> HttpResponse | None:
    if parent is None or parent.is_root() or all(page.locale_id == parent.locale_id for page in pages):
        return None
    messages.error(
        request,
        _("“%(parent)s” is in another language. Choose a page of the same language, or translate the page instead.")
        % {"parent": parent.get_admin_display_title()},
    )
    return redirect(reverse("wagtailadmin_explore", args=[next(iter(pages)).get_parent().pk]))


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() else None
