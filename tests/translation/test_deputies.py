"""Deputies: whose roles they have on which days, and who names them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale

from cms.accounts.models import User
from cms.core import periodic
from cms.translation.models import Deputyship, LocaleRole
from cms.translation.roles import rights
from cms.translation.roles.deputies import apply_deputies
from cms.translation.roles.groups import group_of
from home.models import HomePage
from tests.factories.accounts import UserFactory
from tests.factories.groups import AdminGroupFactory
from tests.factories.roles import editor_of, holder

Role = LocaleRole.Role
MONDAY, FRIDAY, SATURDAY = date(2027, 3, 1), date(2027, 3, 5), date(2027, 3, 6)
LIST = "translation_deputies:index"


@pytest.fixture
def person(french_home: HomePage) -> User:
    """Return a French reviewer."""
    return holder(Role.REVIEWER, french_home.locale, username="renate")


@pytest.fixture
def deputy(locales: dict[str, Locale]) -> User:
    """Return an English translator, who stands in."""
    return holder(Role.TRANSLATOR, locales["en"], username="dora")


def away(person: User, deputy: User, starts: date = MONDAY, ends: date = FRIDAY) -> Deputyship:
    return Deputyship.objects.create(person=person, deputy=deputy, starts=starts, ends=ends)


def groups(user: User) -> set[str]:
    return set(Group.objects.filter(user=user).values_list("name", flat=True))


@pytest.mark.parametrize(
    ("today", "lent"),
    [
        (MONDAY - timedelta(days=1), False),
        (MONDAY, True),
        (FRIDAY, True),
        (SATURDAY, False),
    ],
)
def test_a_deputy_has_the_roles_from_the_first_day_to_the_last(
    today: date, lent: bool, person: User, deputy: User
) -> None:
    away(person, deputy)
    apply_deputies(today)
    assert ("Reviewers fr" in groups(deputy)) == lent
    assert "Translators en" in groups(deputy)
    assert groups(person) == {"Reviewers fr"}


def test_roles_go_back_after_the_last_day_and_running_twice_changes_nothing(person: User, deputy: User) -> None:
    away(person, deputy)
    for _time in range(2):
        apply_deputies(MONDAY)
        assert groups(deputy) == {"Translators en", "Reviewers fr"}
    assert rights.can_approve(User.objects.get(pk=deputy.pk), Locale.objects.get(language_code="fr"))
    for _time in range(2):
        apply_deputies(SATURDAY)
        assert groups(deputy) == {"Translators en"}


def test_only_roles_are_lent(person: User, deputy: User, home: HomePage) -> None:
    person.groups.add(*editor_of(home, publishes=True).groups.all())
    away(person, deputy)
    apply_deputies(MONDAY)
    assert groups(deputy) == {"Translators en", "Reviewers fr"}


def test_a_role_the_deputy_had_anyway_is_never_taken(person: User, deputy: User) -> None:
    deputy.groups.add(group_of(Role.REVIEWER, "fr"))
    record = away(person, deputy)
    apply_deputies(MONDAY)
    assert not record.granted.exists()
    apply_deputies(SATURDAY)
    assert "Reviewers fr" in groups(deputy)


def test_overlapping_absences_lend_until_the_last_of_them_ends(person: User, deputy: User) -> None:
    other = holder(Role.REVIEWER, Locale.objects.get(language_code="fr"))
    away(person, deputy)
    away(other, deputy, MONDAY + timedelta(days=2), FRIDAY + timedelta(days=7))
    for today in (MONDAY, MONDAY + timedelta(days=2), SATURDAY, FRIDAY + timedelta(days=7)):
        apply_deputies(today)
        assert "Reviewers fr" in groups(deputy)
    apply_deputies(FRIDAY + timedelta(days=8))
    assert "Reviewers fr" not in groups(deputy)


def test_what_somebody_has_on_loan_is_not_lent_on(person: User, deputy: User) -> None:
    third = holder(Role.TRANSLATOR, Locale.objects.get(language_code="ar"))
    away(person, deputy)
    away(deputy, third)
    for _time in range(2):
        apply_deputies(MONDAY)
        assert groups(third) == {"Translators ar", "Translators en"}


def test_two_people_may_stand_in_for_each_other_one_after_the_other(person: User, deputy: User) -> None:
    away(person, deputy)
    away(deputy, person, SATURDAY, SATURDAY)
    apply_deputies(MONDAY)
    apply_deputies(SATURDAY)
    assert groups(deputy) == {"Translators en"}
    assert groups(person) == {"Reviewers fr", "Translators en"}


def test_a_role_the_person_loses_is_taken_back_from_the_deputy(person: User, deputy: User) -> None:
    away(person, deputy)
    apply_deputies(MONDAY)
    person.groups.clear()
    apply_deputies(MONDAY)
    assert groups(deputy) == {"Translators en"}


def test_nobody_stands_in_for_an_account_that_is_closed(person: User, deputy: User) -> None:
    away(person, deputy)
    apply_deputies(MONDAY)
    User.objects.filter(pk=person.pk).update(is_active=False)
    apply_deputies(MONDAY)
    assert groups(deputy) == {"Translators en"}


@pytest.mark.parametrize("what", ["record", "person"])
def test_deleting_takes_back_what_was_lent(what: str, person: User, deputy: User) -> None:
    record = away(person, deputy)
    apply_deputies(MONDAY)
    (record if what == "record" else person).delete()
    assert not Deputyship.objects.exists()
    assert groups(deputy) == {"Translators en"}


def test_deleting_one_of_two_leaves_what_the_other_lends(person: User, deputy: User) -> None:
    record = away(person, deputy)
    away(holder(Role.REVIEWER, Locale.objects.get(language_code="fr")), deputy)
    apply_deputies(MONDAY)
    record.delete()
    assert "Reviewers fr" in groups(deputy)


def test_the_worker_applies_deputies() -> None:
    assert apply_deputies in [job.function for job in periodic.jobs()]


# In the admin


def form(person: User, deputy: User, days: int = 3, **values: Any) -> dict[str, Any]:
    today = timezone.localdate()
    ends = today + timedelta(days=days)
    return {"person": person.pk, "deputy": deputy.pk, "starts": today.isoformat(), "ends": ends.isoformat(), **values}


@pytest.fixture
def as_user(client: Client) -> Callable[[User], Client]:
    def sign_in(user: User) -> Client:
        client.force_login(user)
        return client

    return sign_in


def add(client: Client, data: dict[str, Any]) -> str:
    return client.post(reverse("translation_deputies:add"), data, follow=True).content.decode()


def test_saving_lends_at_once_and_changing_takes_back(
    person: User, deputy: User, as_user: Callable[..., Client]
) -> None:
    client = as_user(person)
    add(client, form(person, deputy))
    assert "Reviewers fr" in groups(deputy)
    record = Deputyship.objects.get()
    other = holder(Role.TRANSLATOR, Locale.objects.get(language_code="ar"))
    client.post(reverse("translation_deputies:edit", args=[record.pk]), form(person, other))
    assert groups(deputy) == {"Translators en"}
    assert groups(other) == {"Translators ar", "Reviewers fr"}
    client.post(reverse("translation_deputies:delete", args=[record.pk]))
    assert groups(other) == {"Translators ar"}


def test_whoever_holds_a_role_names_their_own_deputy_only(
    person: User, deputy: User, as_user: Callable[..., Client]
) -> None:
    client = as_user(deputy)
    add(client, form(person, deputy))
    add(client, form(person, holder(Role.TRANSLATOR, Locale.objects.get(language_code="ar"))))
    assert not Deputyship.objects.exists()
    add(client, form(deputy, person))
    assert Deputyship.objects.get().person == deputy


def test_deputies_hold_a_role_already(person: User, as_user: Callable[..., Client]) -> None:
    stranger = UserFactory()
    stranger.groups.add(AdminGroupFactory())
    add(as_user(person), form(person, stranger))
    assert not Deputyship.objects.exists()


def test_coordinators_name_deputies_of_all_but_never_themselves(
    person: User, deputy: User, as_user: Callable[..., Client]
) -> None:
    coordinator = holder(Role.COORDINATOR)
    client = as_user(coordinator)
    add(client, form(person, coordinator))
    assert not Deputyship.objects.exists()
    add(client, form(person, deputy))
    assert Deputyship.objects.get().deputy == deputy


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"days": -1}, "This day has passed. Choose today or a later one."),
        ({"starts": "2999-01-01"}, "The last day cannot be before the first."),
    ],
)
def test_impossible_days_are_refused_with_a_sentence(
    values: dict[str, Any], sentence: str, person: User, deputy: User, as_user: Callable[..., Client]
) -> None:
    assert sentence in add(as_user(person), form(person, deputy, **values))
    assert not Deputyship.objects.exists()


def test_nobody_stands_in_for_themselves(person: User, admin: User, as_user: Callable[..., Client]) -> None:
    assert "nobody stands in for themselves" in add(as_user(admin), form(person, person))
    assert not Deputyship.objects.exists()


def test_people_see_the_records_that_concern_them(
    person: User, deputy: User, admin: User, as_user: Callable[..., Client]
) -> None:
    record = away(person, deputy)
    address, edit = reverse(LIST), reverse("translation_deputies:edit", args=[record.pk])
    third = holder(Role.TRANSLATOR, Locale.objects.get(language_code="ar"))
    for user, sees, edits in (
        (person, True, True),
        (deputy, True, False),
        (third, False, False),
        (holder(Role.COORDINATOR), True, True),
        (admin, True, True),
    ):
        client = as_user(user)
        page = client.get(address).content.decode()
        assert ("renate" in page) == sees
        assert ("March 5, 2027" in page) == sees
        assert (edit in page) == edits
        for name in ("edit", "delete"):
            answer = client.get(reverse(f"translation_deputies:{name}", args=[record.pk]))
            assert answer.status_code == (200 if edits else 302)
        history = client.get(reverse("translation_deputies:history", args=[record.pk]))
        assert history.status_code == (200 if sees else 302)


def test_people_without_a_role_are_not_shown_the_list(home: HomePage, as_user: Callable[..., Client]) -> None:
    client = as_user(editor_of(home))
    assert reverse(LIST) not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(reverse(LIST)).status_code == 302


def test_the_list_asks_the_same_of_the_database_for_3_and_for_30(
    person: User, deputy: User, staff: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(100) as captured:
            assert staff.get(reverse(LIST)).status_code == 200
        return len(captured)

    for number in range(3):
        away(person, deputy, MONDAY + timedelta(days=number), FRIDAY + timedelta(days=number))
    queries()
    few = queries()
    for _number in range(15):
        away(person, deputy)
    assert queries() == few
