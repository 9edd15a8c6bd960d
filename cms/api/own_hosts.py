"""Whether a page of one of the office's own hosts asks: only these get pictures that must not be passed on.

Browsers say where a script runs; it cannot say otherwise. This keeps pictures out of other people's pages. It is no
lock: programs may send what they like.
"""

from django.conf import settings
from django.http import HttpRequest

OWN_HOST_HEADERS = ("Origin", "Sec-Fetch-Site")
"""Request headers that decide (WHATWG Fetch; W3C Fetch Metadata)."""


def is_own_host(request: HttpRequest) -> bool:
    """Return whether a script of this site or of an origin in API_OWN_ORIGINS asks."""
    if request.headers.get("Sec-Fetch-Site") == "same-origin":
        return True
    own = {settings.SITE_URL, *settings.CSRF_TRUSTED_ORIGINS, *settings.API_OWN_ORIGINS}
    return request.headers.get("Origin") in own
