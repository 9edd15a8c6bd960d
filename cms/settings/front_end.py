"""The separate front end in which editors preview pages, if there is one."""

from urllib.parse import urlsplit

from cms.settings.errors import OperatorError
from cms.settings.site_url import SiteAddress


def front_end(url: str, site: SiteAddress) -> str:
    """Return the address of the front end without a slash at the end, "" for none.

    A browser shows no plain http in a page that came by https, so the one needs the other.
    """
    if not url:
        return ""
    if not _is_address(url):
        raise OperatorError(f"FRONT_END_URL must look like https://www.example.org, not {url!r}.")
    if site.is_https and not url.startswith("https://"):
        raise OperatorError(
            f"FRONT_END_URL is {url}, but SITE_URL has https: browsers would not show the one in the other."
        )
    return url.rstrip("/")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False
    is_plain = url.isascii() and not any(one.isspace() for one in url)
    return (
        is_whole
        and is_plain
        and parts.scheme in ("http", "https")
        and not (parts.query or parts.fragment or "@" in parts.netloc)
    )
