"""The host of a website, as readers see it."""

from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """Return the host name of an address without `www.`, or "" where there is none yet."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
