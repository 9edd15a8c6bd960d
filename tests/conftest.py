"""What every test may rely on."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.signals import setting_changed
from pytest_django import DjangoDbBlocker
from wagtail.models import Collection, Locale, Page, Site

from cms.accounts.models import User
from cms.bundles.load import load_bundle
from cms.core.models import LocaleProfile
from cms.operations.translations import compile_stale
from home.models import HomePage
from tests.bundles.places import DEMO
from tests.bundles.state import forget_files
from tests.factories.accounts import AdminFactory
from tests.factories.core import publish
from tests.factories.home import HomePageFactory
from tests.loaded_demo import LoadedDemo
from tests.template_database import TemplateDatabase

LOCALES = {"de": "", "en": "de", "fr": "en de", "ar": "en de", "de-simple": ""}
LOCALE = Path(__file__).parent.parent / "cms" / "locale"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the interface translations once, before the processes of the run read them; this one has read already."""
    if not hasattr(config, "workerinput") and compile_stale(LOCALE):
        setting_changed.send(sender=None, setting="LOCALE_PATHS", value=None, enter=True)


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
def loaded_demo(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, template_database: TemplateDatabase
) -> LoadedDemo:
    """Return the demo that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return LoadedDemo(own if worker_id == "master" else own.parent, template_database)


@pytest.fixture(scope="module")
def _demo_for_module(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, loaded_demo: LoadedDemo
) -> Iterator[None]:
    """Let the demo be there for the tests of a module; each of them is rolled back to this."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            with loaded_demo.in_use(settings.TEST_DIR / "demo.sqlite3"):
                yield
            return
        forget_files()
        with transaction.atomic():
            load_bundle(DEMO)
            yield
            transaction.set_rollback(True)
        forget_files()


@pytest.fixture
def demo_content(_demo_for_module: None, db: None) -> None:
    """Let the site be the demo. Only for modules in which every test asks for it."""


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
