"""What every test may rely on."""

import os
import shutil
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoDbBlocker
from wagtail.models import Collection, Locale, Page, Site

from cms.accounts.models import User
from cms.core.models import LocaleProfile
from cms.operations.translations import compile_stale
from home.models import HomePage
from tests.factories.accounts import AdminFactory
from tests.factories.core import publish
from tests.factories.home import HomePageFactory
from tests.template_database import TemplateDatabase

LOCALES = {"de": "", "en": "de", "fr": "en de", "ar": "en de", "de-simple": ""}
LOCALE = Path(__file__).parent.parent / "cms" / "locale"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the interface translations once, before any process of the run reads them."""
    if not hasattr(config, "workerinput"):
        compile_stale(LOCALE)


@pytest.fixture(scope="session")
def template_database(django_db_modify_db_settings: None) -> TemplateDatabase:
    """Return the migrated database to begin with."""
    return TemplateDatabase()


@pytest.fixture(scope="session")
def django_db_keepdb(
    django_db_keepdb: bool, django_db_use_migrations: bool, template_database: TemplateDatabase
) -> bool:
    """Begin with a copy of the template where there is one; Django still applies what it lacks."""
    return (django_db_use_migrations and template_database.copy()) or django_db_keepdb


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, template_database: TemplateDatabase
) -> None:
    """Keep the database as the template where there is none."""
    with django_db_blocker.unblock():
        template_database.keep()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Drive the machine's own Chromium; as root it starts only without its sandbox."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": path, "args": arguments}


@pytest.fixture
def locales(db: None) -> dict[str, Locale]:
    """Return the five public locales of the demo by language code; German is the source, Easy German is written."""
    cache.clear()
    found = {}
    for order, (code, fallbacks) in enumerate(LOCALES.items()):
        found[code], _created = Locale.objects.get_or_create(language_code=code)
        mode = LocaleProfile.Mode.WRITTEN if code == "de-simple" else LocaleProfile.Mode.TRANSLATED
        LocaleProfile.objects.update_or_create(
            locale=found[code], defaults={"is_public": True, "order": order, "mode": mode, "fallbacks": fallbacks}
        )
    return found


@pytest.fixture
def home(locales: dict[str, Locale]) -> HomePage:
    """Return the published front page in the source language; the migrations make it, a flush takes it away."""
    home = HomePage.objects.filter(locale=locales["de"], depth=2).first()
    if home is None:
        root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locales["de"])
        if not Collection.get_first_root_node():
            Collection.add_root(name="Root")
        home = HomePageFactory(parent=root, title="Home", slug="home")
    return publish(home)


@pytest.fixture
def site(home: HomePage) -> Site:
    """Return the site, which begins at the front page."""
    return Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})[0]


@pytest.fixture
def admin(db: None) -> User:
    """Return somebody who may do everything and reads the admin in English."""
    return AdminFactory()


@pytest.fixture
def staff(client: Client, admin: User) -> Client:
    """Return the browser of that person, signed in."""
    client.force_login(admin)
    return client
