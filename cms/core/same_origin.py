"""Telling without a cookie whether a form was sent from a page of this site."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def is_from_own_page(request: HttpRequest) -> bool:
    """Return whether the form was sent from one of our own pages, or by a program that is no browser.

    Browsers say where a form was sent from in Sec-Fetch-Site (W3C Fetch Metadata), older ones in Origin only. From a
    page that sends no referrer the Origin is `null` even where the site is the same, so the former decides.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin)[:2] == (request.scheme, request.get_host())
