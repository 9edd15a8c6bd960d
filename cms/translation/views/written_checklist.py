"""Ticking off what the source says, beside the page editor."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from cms.translation.easy.checklist import PREFIX, forget_gone, tick
from cms.translation.easy.languages import written_locales
from cms.translation.roles.rights import can_edit


def written_page(request: HttpRequest, page_id: int) -> Page:
    """Return a page in a written language that the user may edit, or raise 404 or PermissionDenied."""
    page = get_object_or_404(Page.objects.filter(locale__in=written_locales(), alias_of__isnull=True), pk=page_id)
    if not can_edit(request.user, page):
        raise PermissionDenied
    return page


@require_POST
def save_checklist(request: HttpRequest, page_id: int) -> HttpResponse:
    """Keep what was ticked; answer scripts with how much is open, browsers with the editor."""
    page = written_page(request, page_id)
    states = {name.removeprefix(PREFIX): value for name, value in request.POST.items() if name.startswith(PREFIX)}
    checklist = tick(page, states, request.user)
    if "forget-gone" in request.POST:
        forget_gone(page)
    if request.accepts("text/html"):
        messages.success(request, _("The list is saved."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return JsonResponse({"open": checklist.open if checklist else 0, "summary": checklist.summary if checklist else ""})
