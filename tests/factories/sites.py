"""The smallest site: its languages, its front page, and the record that says where it begins."""

from dataclasses import dataclass

from wagtail.models import Collection, Locale, Page, Site

from cms.core.models import LocaleProfile
from home.models import HomePage
from tests.factories.core import publish
from tests.factories.home import HomePageFactory

FALLBACKS = {"de": "", "en": "de", "fr": "en de", "ar": "en de", "de-simple": ""}


@dataclass(frozen=True)
class SmallSite:
    """A site with nothing but its published front page in the source language."""

    locales: dict[str, Locale]
    home: HomePage
    site: Site


def make_site() -> SmallSite:
    """Make it of what the migrations left; a flush may have taken that away."""
    locales = make_locales()
    home = make_home(locales["de"])
    site, _created = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    return SmallSite(locales, home, site)


def make_locales() -> dict[str, Locale]:
    """Return the five public locales of the demo by language code; German is the source, Easy German is written."""
    found = {}
    for order, (code, fallbacks) in enumerate(FALLBACKS.items()):
        found[code], _created = Locale.objects.get_or_create(language_code=code)
        mode = LocaleProfile.Mode.WRITTEN if code == "de-simple" else LocaleProfile.Mode.TRANSLATED
        LocaleProfile.objects.update_or_create(
            locale=found[code], defaults={"is_public": True, "order": order, "mode": mode, "fallbacks": fallbacks}
        )
    return found


def make_home(locale: Locale) -> HomePage:
    """Return the published front page in this language."""
    home = HomePage.objects.filter(locale=locale, depth=2).first()
    if home is None:
        root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)
        if not Collection.get_first_root_node():
            Collection.add_root(name="Root")
        home = HomePageFactory(parent=root, title="Home", slug="home")
    return publish(home)
