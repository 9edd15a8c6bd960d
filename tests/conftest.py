"""What every test may rely on."""

import os
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.test.signals import setting_changed
from pytest_django import DjangoDbBlocker
from wagtail.models import Locale, Site

from cms.accounts.models import User
from cms.operations.translations import compile_stale
from home.models import HomePage
from tests.databases.loaded_demo import LoadedDemo
from tests.databases.template import TemplateDatabase
from tests.factories.accounts import AdminFactory
from tests.factories.core import reloaded
from tests.factories.sites import SmallSite, make_site

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
    django_db_keepdb: bool,
    django_db_use_migrations: bool,
    django_db_blocker: DjangoDbBlocker,
    template_database: TemplateDatabase,
) -> bool:
    """Begin with a copy of the template where there is one; Django still applies what it lacks."""
    with django_db_blocker.unblock():
        return (django_db_use_migrations and template_database.copy_for_tests()) or django_db_keepdb


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, template_database: TemplateDatabase
) -> Iterator[None]:
    """Keep the database as the template where there is none."""
    with django_db_blocker.unblock():
        template_database.keep()
    yield
    with django_db_blocker.unblock():
        template_database.end_copy()


@pytest.fixture(scope="session")
def loaded_demo(
    django_db_modify_db_settings: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
    testrun_uid: str,
    template_database: TemplateDatabase,
) -> Iterator[LoadedDemo]:
    """Return the demo that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    demo = LoadedDemo(own if worker_id == "master" else own.parent, testrun_uid, template_database)
    yield demo
    with django_db_blocker.unblock():
        demo.leave()


@pytest.fixture(scope="module")
def _demo_for_module(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, loaded_demo: LoadedDemo
) -> Iterator[None]:
    """Let the demo be there for the tests of a module; each of them is rolled back to this."""
    with django_db_blocker.unblock(), loaded_demo.in_use("demo"):
        yield


@pytest.fixture
def demo_content(_demo_for_module: None, db: None) -> None:
    """Let the site be the demo. Only for modules in which every test asks for it."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Drive the machine's own Chromium; as root it starts only without its sandbox."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": path, "args": arguments}


@pytest.fixture(scope="module")
def module_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[DjangoDbBlocker]:
    """Let fixtures of a module write what all its tests begin with, while they unblock the database.

    Each test is rolled back to that, and the module to what was before. Tests that commit cannot have it.
    """
    everything = transaction.atomic()
    with django_db_blocker.unblock():
        everything.__enter__()
    yield django_db_blocker
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        everything.__exit__(None, None, None)
        ContentType.objects.clear_cache()


@pytest.fixture(scope="module")
def small_site(module_database: DjangoDbBlocker) -> SmallSite:
    """Let there be a site for the tests of a module."""
    cache.clear()
    with module_database.unblock():
        return make_site()


@pytest.fixture
def locales(small_site: SmallSite, db: None) -> dict[str, Locale]:
    """Return the five public locales of the demo by language code; German is the source, Easy German is written."""
    cache.clear()
    return deepcopy(small_site.locales)


@pytest.fixture
def home(small_site: SmallSite, locales: dict[str, Locale]) -> HomePage:
    """Return the published front page in the source language."""
    return reloaded(small_site.home)


@pytest.fixture
def site(home: HomePage) -> Site:
    """Return the site, which begins at the front page."""
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def admin(db: None) -> User:
    """Return somebody who may do everything and reads the admin in English."""
    return AdminFactory()


@pytest.fixture
def staff(client: Client, admin: User) -> Client:
    """Return the browser of that person, signed in."""
    client.force_login(admin)
    return client
