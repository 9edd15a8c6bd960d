"""The site as a whole: its record, its settings, its redirects."""

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.bundles import manifest, redirects, settings_file
from cms.bundles.bundle import Bundle
from cms.bundles.errors import validate
from cms.bundles.loading.rows import Rows
from cms.core.models import SiteSettings


def remove_initial_page() -> None:
    """Delete the page that Wagtail's migrations made, and with it their record of the site."""
    for page in Page.get_first_root_node().get_children():
        page.delete()


def create_site(home: Page, name: str) -> None:
    """Write the record of the site, at the address that SITE_URL says."""
    site = Site(
        hostname=settings.SITE.host, port=settings.SITE.port, site_name=name, root_page=home, is_default_site=True
    )
    validate(site, manifest.FILE)
    site.save()


def save_settings(bundle: Bundle) -> None:
    """Write the settings of the installation."""
    row = SiteSettings.objects.first() or SiteSettings()
    for name, value in settings_file.settings_values(bundle.settings, bundle.known).items():
        setattr(row, name, value)
    validate(row, settings_file.FILE)
    row.save()


def create_redirects(entries: list[redirects.RedirectEntry], pages: Rows) -> None:
    """Write the redirects."""
    for entry in entries:
        redirect = Redirect(
            old_path=entry.old_path,
            redirect_page_id=pages[entry.page].pk if entry.page else None,
            redirect_page_route_path=entry.route,
            redirect_link=entry.link,
            is_permanent=entry.permanent,
            automatically_created=entry.automatic,
        )
        validate(redirect, redirects.FILE, entry.place)
        redirect.save()
