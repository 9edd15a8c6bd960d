"""Who is believed when it says which reader it speaks for."""

import ipaddress
from collections.abc import Callable, Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")


class TrustedProxiesMiddleware:
    """Drop forwarding headers that no trusted proxy sent; else take the reader's address from them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _is_trusted(request.META.get("REMOTE_ADDR", "")):
            chain = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
            reader = _first_stranger([address.strip() for address in reversed(chain)])
            request.META["REMOTE_ADDR"] = reader or request.META["REMOTE_ADDR"]
        else:
            for header in FORWARDED:
                request.META.pop(header, None)
        return self.get_response(request)


def _is_trusted(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in settings.TRUSTED_PROXIES)


def _first_stranger(chain: Sequence[str]) -> str | None:
    """Return the nearest address that is no proxy of ours: those behind it can be made up."""
    for address in chain:
        if not _is_trusted(address):
            return address if _is_address(address) else None
    return None


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
