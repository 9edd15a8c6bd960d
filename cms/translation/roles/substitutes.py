"""Who does whose work today."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils import timezone

from cms.translation.models import Deputyship


def stood_in_for(user: Any) -> QuerySet[Any]:
    """Return the people whose work the user does today beside their own."""
    return get_user_model().objects.filter(deputyships__in=_today().filter(deputy=user)).distinct()


def with_deputies(people: Iterable[Any]) -> list[Any]:
    """Return these active people and whoever stands in for them today, nobody twice."""
    people = [person for person in people if person is not None]
    deputyships = _today().filter(person__in=people).select_related("deputy")
    everybody = [*people, *(deputyship.deputy for deputyship in deputyships)]
    return list({person.pk: person for person in everybody if person.is_active}.values())


def _today() -> QuerySet[Deputyship]:
    today = timezone.localdate()
    return Deputyship.objects.filter(starts__lte=today, ends__gte=today)
