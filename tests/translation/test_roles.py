"""The groups that hold the roles of each language."""

from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale

from cms.translation.models import LocaleRole
from cms.translation.roles import groups, rights
from home.models import HomePage
from tests.factories.core import translate
from tests.factories.groups import AdminGroupFactory
from tests.factories.home import HomePageFactory
from tests.factories.roles import holder

Role = LocaleRole.Role


def page_rights(group: Group) -> set[tuple[str, str]]:
    found = GroupPagePermission.objects.filter(group=group)
    return set(found.values_list("page__locale__language_code", "permission__codename"))


def test_a_new_language_gets_its_roles(db: None) -> None:
    locale = Locale.objects.create(language_code="fr")
    names = {held.role: held.group.name for held in LocaleRole.objects.filter(locale=locale)}
    assert names == {"translator": "Translators fr", "reviewer": "Reviewers fr", "publisher": "Publishers fr"}
    coordinators = LocaleRole.objects.get(role=Role.COORDINATOR)
    assert (coordinators.group.name, coordinators.locale) == ("Language coordinators", None)
    for held in LocaleRole.objects.all():
        assert held.group.permissions.filter(codename="access_admin").exists()


def test_an_installation_has_the_roles_of_its_first_language(home: HomePage) -> None:
    publishers = LocaleRole.objects.get(role=Role.PUBLISHER, locale=home.locale).group
    assert page_rights(publishers) == {("de", "change_page"), ("de", "publish_page")}


def test_roles_get_their_rights_when_the_front_page_appears(french_home: HomePage, home: HomePage) -> None:
    french = french_home.locale
    users = [holder(role, french) for role in (Role.TRANSLATOR, Role.REVIEWER, Role.PUBLISHER)]
    for user, publishes in zip(users, (False, False, True), strict=True):
        assert rights.can_edit(user, french_home)
        assert rights.can_publish(user, french_home) == publishes
        assert not rights.can_edit(user, home)
    assert [rights.can_approve(user, french) for user in users] == [False, True, False]


def test_a_front_page_of_a_language_without_translations_counts_too(home: HomePage, locales: dict[str, Locale]) -> None:
    written = HomePageFactory(parent=home.get_parent(), title="Start", slug="start", locale=locales["de-simple"])
    assert rights.can_edit(holder(Role.TRANSLATOR, locales["de-simple"]), written)


def test_pages_below_the_front_page_need_no_rights_of_their_own(french_home: HomePage, german: HomePage) -> None:
    before = GroupPagePermission.objects.count()
    page = translate(german, french_home.locale)
    assert GroupPagePermission.objects.count() == before
    assert rights.can_edit(holder(Role.TRANSLATOR, french_home.locale), page)


def test_coordinators_edit_and_publish_nothing(home: HomePage, french_home: HomePage) -> None:
    coordinator = holder(Role.COORDINATOR)
    for page in (home, french_home):
        assert not rights.can_edit(coordinator, page)
        assert not rights.can_publish(coordinator, page)


def test_groups_may_be_renamed(french_home: HomePage) -> None:
    group = LocaleRole.objects.get(role=Role.REVIEWER, locale=french_home.locale).group
    Group.objects.filter(pk=group.pk).update(name="Relecture")
    groups.make_missing_roles()
    assert groups.group_of(Role.REVIEWER, "fr") == group
    assert not Group.objects.filter(name="Reviewers fr").exists()
    assert rights.can_approve(holder(Role.REVIEWER, french_home.locale), french_home.locale)


def test_a_group_with_the_name_of_a_role_to_come_takes_it_on(locales: dict[str, Locale]) -> None:
    waiting = groups.group_of(Role.TRANSLATOR, "pl")
    polish = Locale.objects.create(language_code="pl")
    assert LocaleRole.objects.get(role=Role.TRANSLATOR, locale=polish).group == waiting


def test_a_group_never_holds_two_roles(locales: dict[str, Locale]) -> None:
    other = groups.group_of(Role.TRANSLATOR, "fr")
    Group.objects.filter(pk=other.pk).update(name="Translators pl")
    polish = Locale.objects.create(language_code="pl")
    assert LocaleRole.objects.get(role=Role.TRANSLATOR, locale=polish).group.name == "Translators pl (2)"


def test_making_roles_again_changes_nothing_and_gives_nothing_back(french_home: HomePage) -> None:
    GroupPagePermission.objects.filter(group__name="Publishers fr", permission__codename="publish_page").delete()
    before = state()
    groups.make_missing_roles()
    assert state() == before


def test_updating_the_software_makes_what_is_missing(french_home: HomePage) -> None:
    before = state()
    LocaleRole.objects.all().delete()
    Group.objects.all().delete()
    call_command("migrate", "translation", stdout=StringIO())
    assert state() == before


def form_of(staff: Client, address: str) -> dict[str, list[str]]:
    """Return what a browser would send of the form of a group when nothing is touched."""
    form = BeautifulSoup(staff.get(address).content, "html.parser").find("form", id="w-editor-form")
    sent: dict[str, list[str]] = {}
    for field in form.select("input[name]"):
        if field.get("type") not in ("checkbox", "radio") or field.has_attr("checked"):
            sent.setdefault(field["name"], []).append(field.get("value", ""))
    return sent


@pytest.mark.parametrize("role", [Role.PUBLISHER, Role.COORDINATOR])
def test_saving_the_form_of_a_group_keeps_its_role_and_its_rights(
    role: LocaleRole.Role, french_home: HomePage, staff: Client
) -> None:
    held = LocaleRole.objects.get(role=role, locale=None if role == Role.COORDINATOR else french_home.locale)
    address = reverse("wagtailusers_groups:edit", args=[held.group_id])
    rights_before, permissions = page_rights(held.group), set(held.group.permissions.all())
    sent = form_of(staff, address)
    assert sent["name"] == [held.group.name]
    answer = staff.post(address, sent | {"name": ["Redaction"]})
    assert answer.status_code == 302
    held.refresh_from_db()
    assert (held.role, held.group.name) == (role, "Redaction")
    assert page_rights(held.group) == rights_before
    assert set(held.group.permissions.all()) == permissions
    assert permissions


def test_the_form_of_a_group_says_which_role_it_holds(french_home: HomePage, staff: Client) -> None:
    address = reverse("wagtailusers_groups:edit", args=[groups.group_of(Role.REVIEWER, "fr").pk])
    said = staff.get(address).content.decode()
    assert "Its members approve the wording." in said
    assert "Français" in said
    other = reverse("wagtailusers_groups:edit", args=[AdminGroupFactory().pk])
    for address in (other, reverse("wagtailusers_groups:add")):
        assert "Role in translation" not in staff.get(address).content.decode()


def test_the_permission_of_localize_that_opens_nothing_here_is_not_offered(staff: Client) -> None:
    form = staff.get(reverse("wagtailusers_groups:add")).context["form"]
    assert not form.fields["permissions"].queryset.filter(codename="submit_translation").exists()


def test_roles_go_with_their_language(locales: dict[str, Locale]) -> None:
    locales["ar"].delete()
    assert not LocaleRole.objects.filter(group__name="Translators ar").exists()


def state() -> tuple[set[tuple[str, str]], dict[str, set[tuple[str, str]]]]:
    held = set(LocaleRole.objects.values_list("role", "group__name"))
    return held, {group.name: page_rights(group) for group in Group.objects.filter(locale_role__isnull=False)}
