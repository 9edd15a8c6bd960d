"""Outgoing mail: on a loopback address to the console, else where the operator says."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from cms.settings.environment import env
from cms.settings.errors import OperatorError
from cms.settings.site_url import SiteAddress

USUAL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 587, "smtp+ssl": 465}
HOW = "smtp+tls://user:password@host:587, smtp+ssl://user:password@host:465 or smtp://host:25"


def mail(url: str, site: SiteAddress) -> dict[str, Any]:
    """Return Django's `EMAIL_…` settings; `none` sends nothing."""
    if url == "none":
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    if not url and site.is_loopback:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if not url:
        raise OperatorError(
            f"EMAIL_URL is missing, which a public site needs: set it to {HOW}, or to none for a "
            "site that sends no mail."
        )
    return _smtp(url)


def _smtp(url: str) -> dict[str, Any]:
    scheme = url.split("://", 1)[0]
    try:
        config = env.email_url_config(url) if scheme in USUAL_PORTS else {}
    except (ImproperlyConfigured, ValueError):
        config = {}
    if not config.get("EMAIL_HOST"):
        raise OperatorError(f"EMAIL_URL must look like {HOW}, or be none.")
    config["EMAIL_PORT"] = config.get("EMAIL_PORT") or USUAL_PORTS[scheme]
    return config | {"EMAIL_TIMEOUT": 20}
