"""Wagtail's record of the site's address."""

from django.conf import settings
from wagtail.models import Site


def align() -> None:
    """Let the record of the site say what `SITE_URL` says, and name the site if nobody has."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return
    wanted = (settings.SITE.host, settings.SITE.port)
    if (site.hostname, site.port) != wanted:
        site.hostname, site.port = wanted
        site.save()
