"""The door of the content API: it answers here, apart from sessions, cookies, redirects and pages."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.http import ConditionalGetMiddleware
from django.urls import resolve
from django.utils.cache import patch_vary_headers

from cms.api import problems
from cms.api.limits import seconds_to_wait
from cms.api.own_hosts import is_own_host
from cms.core.reader import become

logger = logging.getLogger(__name__)

PREFIX = "/api/"
METHODS = ("GET", "HEAD", "OPTIONS")
ALLOW = {"Allow": ", ".join(METHODS)}
BODILESS = (204, 304)
"""Statuses whose answers have neither body nor Content-Length (RFC 9110, sections 8.6 and 15)."""
WRITERS_CONDITIONS = ("HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
"""Conditions that protect writing; there is nothing to write here."""


class ApiMiddleware:
    """Answers every address under `/api/` and lets all others pass.

    The answer depends on the address alone: not on Accept-Language, not on a session; only files of pictures that
    must not be passed on are left out for other hosts. Errors are problem details,
    so nothing here is redirected into a language. Stands inside of LanguageMiddleware, outside of everything that
    reads cookies.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.conditional = ConditionalGetMiddleware(answer)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        response = refusal(request) or self._answer(request)
        if response.status_code not in BODILESS:
            response.headers.setdefault("Content-Length", str(len(response.content)))
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        for header in WRITERS_CONDITIONS:
            request.META.pop(header, None)
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        response = acceptable(request, self.conditional(request))
        if is_head:
            length = len(response.content)
            response.content = b""
            if response.status_code not in BODILESS:
                response.headers["Content-Length"] = str(length)
        return response


def refusal(request: HttpRequest) -> HttpResponse | None:
    """Return the answer to a request that reaches no view: wrong host or method, OPTIONS, too many, no language."""
    if not _is_asked_by_its_name(request):
        return problems.of_status(400, "This site does not go by the name in your Host header.")
    if request.method not in METHODS:
        return problems.of_status(405, "The content API is read-only: use GET, HEAD or OPTIONS.", ALLOW)
    if request.method == "OPTIONS":
        response = HttpResponse(status=204, headers=ALLOW)
        del response.headers["Content-Type"]
        return response
    seconds = seconds_to_wait(request)
    if seconds:
        detail = f"You asked more often than the {settings.API_REQUESTS_PER_MINUTE} times a minute that are allowed."
        return problems.of_status(429, detail, {"Retry-After": str(seconds)})
    if not hasattr(request, "reader"):
        return problems.of_status(503, "This site has no public language yet.", {"Retry-After": "3600"})
    return None


def answer(request: HttpRequest) -> HttpResponse:
    """Return the view's answer, or the problem where there is no view or it failed."""
    request.reader.is_own_host = is_own_host(request)
    become(request, source_language(request))
    try:
        match = resolve(request.path_info)
        request.resolver_match = match
        response = match.func(request, *match.args, **match.kwargs)
        return response.render() if hasattr(response, "render") else response
    except Http404:
        return problems.of_status(404, "There is nothing at this address of the content API.")
    except Exception:
        if settings.DEBUG_PROPAGATE_EXCEPTIONS:
            raise
        logger.exception("The content API failed at %s", request.path)
        return problems.of_status(500, "Something went wrong here. It is our fault; please try again later.")


def acceptable(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return the answer if the client accepts its media type, else the problem that it does not (RFC 9110, 12.5.1)."""
    media_type = response.headers.get("Content-Type", "").split(";")[0]
    if response.status_code == 200 and not request.accepts(media_type):
        response = problems.of_status(406, f"What is here is {media_type}, which your Accept header leaves out.")
    patch_vary_headers(response, ["Accept"])
    return response


def _is_asked_by_its_name(request: HttpRequest) -> bool:
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return True


def source_language(request: HttpRequest) -> object:
    """Return the first public language, in which answers are given where none is asked for."""
    return request.reader.languages.public[0]
