"""How often one address may ask."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

WINDOW = 60
"""Seconds over which requests are counted."""


def seconds_to_wait(request: HttpRequest) -> int:
    """Count the request; return 0, or how many seconds its sender has to wait where they asked too often.

    Counted in fixed windows by the address that `TrustedProxiesMiddleware` found. A limit of 0 is none.
    """
    if not settings.API_REQUESTS_PER_MINUTE:
        return 0
    now = time.time()
    window = int(now // WINDOW)
    key = f"api-requests:{request.META.get('REMOTE_ADDR', '')}:{window}"
    cache.add(key, 0, WINDOW)
    try:
        count = cache.incr(key)
    except ValueError:  # it expired in between
        return 0
    return 0 if count <= settings.API_REQUESTS_PER_MINUTE else int((window + 1) * WINDOW - now) + 1
