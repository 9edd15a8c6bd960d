"""The doors of wagtail-localize and of Wagtail: who passes, and that refused requests change nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, reverse
from wagtail.models import Locale, Page
from wagtail_localize import wagtail_hooks as localize
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.models import LocaleRole, TranslationSettings, TranslationWork
from cms.translation.roles.doors import DOORS, guarded
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from home.models import HomePage, StandardPage
from tests.factories.accounts import AdminFactory
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.groups import AdminGroupFactory
from tests.factories.home import StandardPageFactory
from tests.factories.roles import editor_of, holder, member

Role = LocaleRole.Role
PEOPLE = (
    "anonymous",
    "outsider",
    "translator-en",
    "translator-fr",
    "reviewer-fr",
    "publisher-fr",
    "coordinator",
    "editor",
    "editor-de",
    "admin",
)
FRENCH = {"translator-fr", "reviewer-fr", "publisher-fr", "editor", "admin"}
PUBLISHERS = {"publisher-fr", "editor", "admin"}
STARTERS = {"coordinator", "editor", "admin"}
STAFF = set(PEOPLE) - {"anonymous"}
PARTAKERS = STAFF - {"outsider"}
ADMINS = {"admin"}


@dataclass
class Place:
    """A German page that is live, its approved French draft, and a live French alias of another page."""

    german: StandardPage
    french: Translation
    alias: Page
    english_home: HomePage

    @property
    def page(self) -> Any:
        return reloaded(self.french.get_target_instance())

    @property
    def segment(self) -> Any:
        return self.french.source.stringsegment_set.order_by("order").first()


@pytest.fixture
def place(french: Translation, german: StandardPage, home: HomePage, locales: dict[str, Locale]) -> Place:
    TranslationSettings.load()
    for unit in units_of(french):
        write(french, unit, unit.source, user=None)
    french.save_target(publish=False)
    TranslationWork.objects.update(state=TranslationWork.State.APPROVED)
    english_home = publish(translate(home, locales["en"], title="Home"))
    other = publish(StandardPageFactory(parent=reloaded(home), title="Impressum", slug="impressum"))
    return Place(german, french, mirror(other, locales["fr"]), english_home)


@pytest.fixture
def person(place: Place, home: HomePage, locales: dict[str, Locale]) -> Callable[[str], User | AnonymousUser]:
    """Return somebody of each kind."""
    makers: dict[str, Callable[[], Any]] = {
        "anonymous": AnonymousUser,
        "outsider": lambda: member(AdminGroupFactory()),
        "translator-en": lambda: holder(Role.TRANSLATOR, locales["en"]),
        "translator-fr": lambda: holder(Role.TRANSLATOR, locales["fr"]),
        "reviewer-fr": lambda: holder(Role.REVIEWER, locales["fr"]),
        "publisher-fr": lambda: holder(Role.PUBLISHER, locales["fr"]),
        "coordinator": lambda: holder(Role.COORDINATOR),
        "editor": lambda: editor_of(Page.get_first_root_node(), publishes=True),
        "editor-de": lambda: editor_of(home, publishes=True),
        "admin": AdminFactory,
    }
    return lambda name: makers[name]()


@dataclass(frozen=True)
class Try:
    """A request to a door, and who gets through with it."""

    name: str
    address: Callable[[Place], str]
    allowed: set[str]
    method: str = "post"
    data: Callable[[Place], dict[str, Any]] = lambda place: {}
    passed: tuple[int, ...] = (200, 201, 302)

    def __str__(self) -> str:
        return self.name


def door(name: str, *arguments: Callable[[Place], Any]) -> Callable[[Place], str]:
    return lambda place: reverse(f"wagtail_localize:{name}", args=[argument(place) for argument in arguments])


def page_view(name: str, page: Callable[[Place], Page]) -> Callable[[Place], str]:
    return lambda place: reverse(f"wagtailadmin_pages:{name}", args=[page(place).pk])


def german(place: Place) -> int:
    return place.german.pk


def french_id(place: Place) -> int:
    return place.french.pk


def locale_id(place: Place, code: str) -> int:
    return Locale.objects.get(language_code=code).pk


SUBMIT = door("submit_page_translation", german)
UPDATE = door("update_translations", lambda place: place.french.source_id)
TEXT = door("edit_string_translation", french_id, lambda place: place.segment.pk)


def back(place: Place) -> dict[str, Any]:
    return {"next": reverse("translation_coverage")}


TRIES = [
    Try("form to start translations", SUBMIT, STARTERS, "get"),
    Try("start a translation into English", SUBMIT, STARTERS, data=lambda place: {"locales": locale_id(place, "en")}),
    Try("form to synchronise", UPDATE, STARTERS, "get"),
    Try("synchronise drafts", UPDATE, STARTERS),
    Try("synchronise and publish", UPDATE, {"editor", "admin"}, data=lambda place: {"publish_translations": "on"}),
    Try("write a text", TEXT, FRENCH, "put", lambda place: {"value": "À propos"}),
    Try("take a text away", TEXT, FRENCH, "delete"),
    Try("download a file", door("download_pofile", french_id), FRENCH, "get"),
    Try("upload a file", door("upload_pofile", french_id), FRENCH, data=back),
    Try("ask a machine", door("machine_translate", french_id), set()),
    Try("preview", door("preview_translation", french_id), FRENCH, "get"),
    Try("stop the translation", door("stop_translation", french_id), PUBLISHERS, data=back),
    Try("form to convert", door("convert_to_alias", lambda place: place.page.pk), PUBLISHERS, "get"),
    Try("convert to an alias", door("convert_to_alias", lambda place: place.page.pk), PUBLISHERS),
    Try("report", door("translations_report"), PARTAKERS, "get"),
    Try("rows of the report", door("translations_report_results"), PARTAKERS, "get"),
    Try("words of the interface", door("javascript_catalog"), STAFF, "get"),
    Try("edit the French page", page_view("edit", lambda place: place.page), FRENCH, "get"),
    Try("look at an alias", page_view("edit", lambda place: place.alias), FRENCH, "get"),
    Try(
        "publish in the translation editor",
        page_view("edit", lambda place: place.page),
        PUBLISHERS,
        data=lambda place: {"action": "publish"},
    ),
    Try("cut an alias from its source", page_view("convert_alias", lambda place: place.alias), PUBLISHERS),
    Try("unpublish an alias", page_view("unpublish", lambda place: place.alias), PUBLISHERS),
    Try("edit the German page", page_view("edit", lambda place: place.german), {"editor", "editor-de", "admin"}, "get"),
    Try("languages", lambda place: reverse("wagtaillocales:index"), ADMINS, "get"),
    Try(
        "let a language follow another",
        lambda place: reverse("wagtaillocales:edit", args=[locale_id(place, "fr")]),
        ADMINS,
        data=lambda place: {"language_code": "fr"},
    ),
    Try("rules for translations", lambda place: settings_address(), ADMINS, "get"),
]


def settings_address() -> str:
    return reverse("wagtailsettings:edit", args=["translation", "translationsettings", TranslationSettings.load().pk])


@pytest.mark.parametrize("attempt", TRIES, ids=str)
def test_doors(attempt: Try, place: Place, person: Callable[[str], Any]) -> None:
    passed = set()
    for name in PEOPLE:
        with transaction.atomic():
            if passes(attempt, person(name), place):
                passed.add(name)
            transaction.set_rollback(True)
    assert passed == attempt.allowed


def passes(attempt: Try, user: Any, place: Place) -> bool:
    """Return whether this person gets through; see that a refusal changed nothing."""
    client = Client()
    if not user.is_anonymous:
        client.force_login(user)
    data, address, before = attempt.data(place), attempt.address(place), state()
    answer = send(client, attempt.method, address, data)
    if is_refusal(answer):
        assert state() == before
        return False
    assert answer.status_code in attempt.passed
    return True


def send(client: Client, method: str, address: str, data: dict[str, Any]) -> HttpResponse:
    if method == "put":
        return client.put(address, urlencode(data), content_type="application/x-www-form-urlencoded")
    return getattr(client, method)(address, data)


def is_refusal(answer: HttpResponse) -> bool:
    """Return whether Wagtail sent somebody to its front page or to the sign-in, or said 403."""
    if answer.status_code == 302:
        start = answer.url.split("?")[0]
        return start in (reverse("wagtailadmin_home"), reverse("wagtailadmin_login"))
    return answer.status_code == 403


def state() -> dict[str, list[str]]:
    """Return all rows of all tables, but those in which Django and Wagtail note a visit."""
    visits = {"django_session", "django_content_type", "wagtailusers_userprofile", "accounts_user"}
    rows = {}
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - visits:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - our own tables
            rows[table] = sorted(map(str, cursor.fetchall()))
    return rows


def test_every_address_of_localize_has_its_door() -> None:
    (resolver,) = localize.register_admin_urls()
    assert {pattern.name for pattern in resolver.url_patterns} == set(DOORS)


def test_an_address_that_localize_may_bring_is_closed_to_all_but_administrators(locales: dict[str, Locale]) -> None:
    new = guarded(path("new/", lambda request: HttpResponse("open"), name="something_new"))
    request = RequestFactory().get("/")
    request.user = holder(Role.COORDINATOR)
    with pytest.raises(PermissionDenied):
        new.callback(request)
    request.user = AdminFactory()
    assert new.callback(request).content == b"open"
