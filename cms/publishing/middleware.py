"""The last net of the publishing gate in the admin."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail.users.models import UserProfile

from cms.core.problems.registry import PublishingRefused


class RefusalMiddleware:
    """Answers with the reasons where a view of the admin lets a refusal escape, which would be an error 500.

    Most ways to publish ask before they write: forms, hooks, our views. Approving in a workflow has no hook, and
    what was fine when asked may have changed before it was written.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Send the editor to the refused page, else back to the form; Wagtail's dialogs follow a JSON answer."""
        if not isinstance(exception, ValidationError) or not _is_admin_form(request):
            return None
        with translation.override(UserProfile.get_for_user(request.user).get_preferred_language()):
            for sentence in exception.messages:
                messages.error(request, sentence)
        address = _address(request, exception)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"step": "success", "redirect": address})
        return redirect(address)


def _is_admin_form(request: HttpRequest) -> bool:
    is_admin = request.path.startswith(reverse("wagtailadmin_home"))
    return request.method == "POST" and is_admin and request.user.is_authenticated


def _address(request: HttpRequest, exception: ValidationError) -> str:
    if isinstance(exception, PublishingRefused) and Page.objects.filter(pk=exception.page.pk).exists():
        return reverse("wagtailadmin_pages:edit", args=[exception.page.pk])
    return get_valid_next_url_from_request(request) or request.get_full_path()
