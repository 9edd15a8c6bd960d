"""Lending the roles of people who are away to those who stand in for them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from cms.translation.models import Deputyship

APPLIED_EVERY = timedelta(minutes=10)


@transaction.atomic
def apply_deputies(today: date | None = None) -> None:
    """Lend what deputies need on this day, and take back what they need no more. Can be done any number of times.

    Lent are the groups that hold the person's own roles, never those the person has on loan. `granted` of each record
    says what the deputy has because of it; a group the deputy had anyway is not in it, and so is never taken.
    """
    today = today or timezone.localdate()
    records = list(Deputyship.objects.select_for_update(of=("self",)).select_related("person", "deputy"))
    lent = _lent(records)
    own = {user_id: _roles_of(user_id) - groups for user_id, groups in lent.items()}
    for record in records:
        record.granted.set(own[record.person_id] - own[record.deputy_id] if _is_due(record, today) else ())
    _settle(lent, _lent(records))


def take_back(deputyship: Deputyship) -> None:
    """Take from the deputy what this record lent, but for what another record lends too."""
    others = Deputyship.objects.filter(deputy=deputyship.deputy_id).exclude(pk=deputyship.pk)
    kept = Group.objects.filter(pk__in=list(others.values_list("granted", flat=True)))
    deputyship.deputy.groups.remove(*deputyship.granted.exclude(pk__in=kept))
    deputyship.granted.clear()


def _lent(records: Iterable[Deputyship]) -> dict[int, set[Group]]:
    """Return what everybody concerned has on loan, by primary key."""
    found: dict[int, set[Group]] = {}
    for record in records:
        found.setdefault(record.person_id, set())
        found.setdefault(record.deputy_id, set()).update(record.granted.all())
    return found


def _roles_of(user_id: int) -> set[Group]:
    return set(Group.objects.filter(user=user_id, locale_role__isnull=False))


def _is_due(record: Deputyship, today: date) -> bool:
    return record.starts <= today <= record.ends and record.person.is_active and record.deputy.is_active


def _settle(before: dict[int, set[Group]], after: dict[int, set[Group]]) -> None:
    users: dict[int, Any] = get_user_model().objects.in_bulk(after)
    for user_id, user in users.items():
        user.groups.remove(*(before[user_id] - after[user_id]))
        user.groups.add(*after[user_id])
