"""Who may do what with translations."""

from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries
from wagtail.models import GroupPagePermission, Locale, Page

from cms.accounts.models import User
from cms.translation.models import LocaleRole
from cms.translation.roles import rights
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.core import reloaded, translate
from tests.factories.groups import AdminGroupFactory
from tests.factories.home import StandardPageFactory
from tests.factories.roles import editor_of, holder, member

Role = LocaleRole.Role


def test_editing_and_publishing_follow_the_tree(french_home: HomePage, home: HomePage) -> None:
    group = AdminGroupFactory()
    GroupPagePermission.objects.create(group=group, page=french_home, permission_type="change")
    translator = member(group)
    assert rights.can_edit(translator, french_home)
    assert not rights.can_publish(translator, french_home)
    assert not rights.can_edit(translator, home)
    assert rights.can_publish(editor_of(home, publishes=True), home)


def test_reviewers_approve_in_their_language_only(locales: dict[str, Locale]) -> None:
    reviewer = holder(Role.REVIEWER, locales["fr"])
    assert rights.can_approve(reviewer, locales["fr"])
    assert not rights.can_approve(reviewer, locales["en"])
    for role in (Role.TRANSLATOR, Role.PUBLISHER):
        assert not rights.can_approve(holder(role, locales["fr"]), locales["fr"])
    assert not rights.can_approve(holder(Role.COORDINATOR), locales["fr"])


def test_coordinators_assign_and_see_all_languages(locales: dict[str, Locale]) -> None:
    coordinator = holder(Role.COORDINATOR)
    assert rights.can_assign(coordinator)
    assert all(rights.may_see(coordinator, locale) for locale in locales.values())
    assert not rights.can_assign(holder(Role.REVIEWER, locales["fr"]))


def test_administrators_may_all(admin: User, german: StandardPage, locales: dict[str, Locale]) -> None:
    french = locales["fr"]
    assert rights.can_edit(admin, german)
    assert rights.can_publish(admin, german)
    assert rights.can_approve(admin, french)
    assert rights.can_assign(admin)
    assert rights.can_submit(admin, german, locales.values())
    assert rights.may_see(admin, french)


def test_nobody_and_people_who_left_may_nothing(admin: User, german: StandardPage, locales: dict[str, Locale]) -> None:
    french = locales["fr"]
    gone = [holder(Role.COORDINATOR), holder(Role.REVIEWER, french), admin]
    User.objects.update(is_active=False)
    for user in (AnonymousUser(), *map(reread, gone)):
        assert not rights.can_edit(user, german)
        assert not rights.can_publish(user, german)
        assert not rights.can_approve(user, french)
        assert not rights.can_assign(user)
        assert not rights.can_submit(user, german, [french])
        assert not rights.may_see(user, french)


def test_a_language_is_shown_to_its_roles_and_to_who_edits_it(
    french_home: HomePage, home: HomePage, locales: dict[str, Locale]
) -> None:
    french, english = locales["fr"], locales["en"]
    translator = holder(Role.TRANSLATOR, french)
    assert (rights.may_see(translator, french), rights.may_see(translator, english)) == (True, False)
    editor = editor_of(french_home)
    assert (rights.may_see(editor, french), rights.may_see(editor, locales["de"])) == (True, False)
    assert not rights.may_see(UserFactory(), french)


def test_submitting_needs_rights_on_the_source_and_in_every_language(
    german: StandardPage, home: HomePage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    translate(home, locales["en"])
    both = [locales["fr"], locales["en"]]
    assert rights.can_submit(holder(Role.COORDINATOR), german, both)
    assert not rights.can_submit(holder(Role.TRANSLATOR, locales["fr"]), german, [locales["fr"]])
    assert not rights.can_submit(editor_of(home), german, [locales["fr"]])
    assert not rights.can_submit(editor_of(french_home), german, [locales["fr"]])
    editor = editor_of(home, french_home)
    assert rights.can_submit(editor, german, [locales["fr"]])
    assert not rights.can_submit(editor, german, both)


def test_submitting_a_front_page_needs_rights_on_the_whole_tree(home: HomePage, locales: dict[str, Locale]) -> None:
    assert not rights.can_submit(editor_of(home), home, [locales["ar"]])
    assert rights.can_submit(editor_of(Page.get_first_root_node()), home, [locales["ar"]])


def test_a_translation_replaces_a_page_or_comes_below_its_nearest_ancestor(
    german: StandardPage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    below = StandardPageFactory(parent=reloaded(german), title="Tiefer")
    assert rights.place_of(below, locales["fr"]).pk == french_home.pk
    there = translate(german, locales["fr"])
    assert rights.place_of(below, locales["fr"]).pk == there.pk
    assert rights.place_of(german, locales["fr"]).pk == there.pk


def test_lists_of_people_hold_active_holders_once(locales: dict[str, Locale]) -> None:
    french = locales["fr"]
    translator, reviewer, publisher = (
        holder(role, french) for role in (Role.TRANSLATOR, Role.REVIEWER, Role.PUBLISHER)
    )
    coordinator = holder(Role.COORDINATOR)
    holder(Role.TRANSLATOR, french, is_active=False)
    holder(Role.REVIEWER, locales["en"])
    translator.groups.add(*coordinator.groups.all())
    assert list(rights.translators_of(french)) == [translator]
    assert list(rights.reviewers_of(french)) == [reviewer]
    assert list(rights.publishers_of(french)) == [publisher]
    assert set(rights.coordinators()) == {coordinator, translator}


def test_asking_for_many_pages_asks_for_roles_once(
    locales: dict[str, Locale], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reviewer = holder(Role.REVIEWER, locales["fr"])
    with django_assert_num_queries(1):
        assert [rights.can_approve(reviewer, locales["fr"]) for _page in range(30)] == [True] * 30


def reread(user: User) -> User:
    return User.objects.get(pk=user.pk)
