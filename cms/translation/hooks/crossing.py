"""Pages stay in the tree of their language. Wagtail sees to it when they are moved, and here they are not copied."""

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
    if parent is None or parent.is_root() or parent.locale_id == page.locale_id:
        return None
    messages.error(
        request,
        _("“%(parent)s” is in another language. Choose a page of the same language, or translate the page instead.")
        % {"parent": parent.get_admin_display_title()},
    )
    return redirect(reverse("wagtailadmin_pages:copy", args=[page.pk]))


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() else None
