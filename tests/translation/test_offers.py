"""What the admin offers to whom: buttons, actions and items of menus."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.hooks.localize_offers import offer_to_translate_in_lists
from cms.translation.models import LocaleRole
from home.models import HomePage, StandardPage
from tests.factories.accounts import AdminFactory
from tests.factories.core import mirror, publish, reloaded, translate
from tests.factories.groups import AdminGroupFactory
from tests.factories.home import StandardPageFactory
from tests.factories.roles import editor_of, holder, member
from tests.translation.submitting import submit

Role = LocaleRole.Role


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


def header(page: Page, user: User) -> set[str]:
    return {str(button.label) for button in get_page_header_buttons(page, user, "/", "edit")}


def in_lists(page: Page, user: User) -> list[str]:
    return [str(button.label) for button in offer_to_translate_in_lists(page, user)]


def test_pages_are_offered_for_translation_to_those_who_may_start_it(
    german: StandardPage, french_home: HomePage, home: HomePage, locales: dict[str, Locale]
) -> None:
    starters = [holder(Role.COORDINATOR), editor_of(home, french_home), editor_of(Page.get_first_root_node())]
    others = [holder(Role.TRANSLATOR, locales["fr"]), holder(Role.PUBLISHER, locales["fr"]), editor_of(home)]
    for user in (*starters, AdminFactory()):
        assert "Translate this page" in header(german, user)
        assert in_lists(german, user) == ["Translate this page"]
    for user in others:
        assert "Translate this page" not in header(german, user)
        assert in_lists(german, user) == []


def test_a_page_in_all_languages_is_not_offered(
    german: StandardPage, home: HomePage, locales: dict[str, Locale]
) -> None:
    coordinator = holder(Role.COORDINATOR)
    for code in ("en", "fr", "ar"):
        translate(german, locales[code])
    assert "Translate this page" not in header(german, coordinator)


def test_nobody_is_offered_to_synchronise(french: Translation, german: StandardPage, admin: User) -> None:
    assert "Sync translated pages" not in header(german, admin)


def test_lists_ask_the_database_nothing_about_each_page(
    home: HomePage, french_home: HomePage, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    pages = [StandardPageFactory(parent=reloaded(home)) for _number in range(5)]
    user = editor_of(home, french_home)
    in_lists(pages[0], user)
    with django_assert_num_queries(0):
        assert [in_lists(page, user) for page in pages] == [["Translate this page"]] * 5


def menu(client: Client, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_report_is_for_those_who_have_a_part(client: Client, locales: dict[str, Locale], home: HomePage) -> None:
    address = reverse("wagtail_localize:translations_report")
    assert address in menu(client, holder(Role.TRANSLATOR, locales["fr"]))
    assert address in menu(client, holder(Role.COORDINATOR))
    assert address not in menu(client, member(AdminGroupFactory()))


@pytest.mark.parametrize(("language", "rows"), [("fr", 1), ("en", 0)])
def test_the_report_shows_the_languages_of_its_reader(
    language: str, rows: int, french: Translation, client: Client, locales: dict[str, Locale]
) -> None:
    client.force_login(holder(Role.TRANSLATOR, locales[language]))
    answer = client.get(reverse("wagtail_localize:translations_report"))
    assert answer.context["object_list"].count() == rows


def actions(client: Client, user: User, page: Any) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_only_publishers_are_offered_to_restart_and_to_convert(
    french: Translation, client: Client, locales: dict[str, Locale]
) -> None:
    Translation.objects.update(enabled=False)
    page = french.get_target_instance()
    for role, offered in ((Role.TRANSLATOR, False), (Role.REVIEWER, False), (Role.PUBLISHER, True)):
        form = actions(client, holder(role, locales["fr"]), page)
        assert ("localize-restart-translation" in form) == offered
        assert ("localize-convert-to-alias" in form) == offered


def test_only_publishers_are_offered_to_stop_in_the_editor_of_localize(
    french: Translation, client: Client, locales: dict[str, Locale]
) -> None:
    address = f"{reverse('wagtailadmin_pages:edit', args=[french.get_target_instance().pk])}?pictures"
    for role, offered in ((Role.TRANSLATOR, False), (Role.PUBLISHER, True)):
        client.force_login(holder(role, locales["fr"]))
        page = client.get(address).content.decode()
        assert "js-translation-editor" in page
        assert ("admin/css/translation_not_publisher.css" in page) != offered


def test_only_publishers_restart(french: Translation, client: Client, locales: dict[str, Locale]) -> None:
    Translation.objects.update(enabled=False)
    address = reverse("wagtailadmin_pages:edit", args=[french.get_target_instance().pk])
    for role, enabled in ((Role.TRANSLATOR, False), (Role.PUBLISHER, True)):
        client.force_login(holder(role, locales["fr"]))
        client.post(address, {"localize-restart-translation": "1"})
        french.refresh_from_db()
        assert french.enabled == enabled


def test_an_untranslated_page_says_who_starts_its_translation(
    german: StandardPage, french_home: HomePage, home: HomePage, client: Client, locales: dict[str, Locale]
) -> None:
    alias = mirror(publish(german), locales["fr"])
    said = actions(client, holder(Role.TRANSLATOR, locales["fr"]), alias)
    assert "This page is not translated into Français yet." in said
    assert "Ask one of them." in said
    assert "Translate this page" not in said
    said = actions(client, editor_of(home, french_home), alias)
    address = reverse("wagtail_localize:submit_page_translation", args=[german.pk])
    assert f"{address}?select_locale=fr" in said
    assert "Ask one of them." not in said
