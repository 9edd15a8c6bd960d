"""Answers when there is nothing to answer with."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer 404 in the language of the address, or of the reader where the address has none."""
    if not hasattr(request, "reader"):
        return server_page("404_bare.html", 404)
    return TemplateResponse(request, "404.html", status=404).render()


def server_error(request: HttpRequest, *args: Any) -> HttpResponse:
    """Answer 500 without asking the database for anything."""
    return server_page("500.html", 500)


def server_page(template: str, status: int) -> HttpResponse:
    """Return a page that needs neither request nor database."""
    return HttpResponse(render_to_string(template), status=status)
