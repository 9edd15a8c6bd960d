"""Who may name whom as a deputy.

Everybody who holds a role names their own deputy, coordinators and administrators that of anybody. A deputy holds a
role already, so that no role goes to somebody the office never gave one. Coordinators cannot name themselves, or they
would give themselves the right to publish.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.permission_policies import BasePermissionPolicy

from cms.translation.models import Deputyship
from cms.translation.roles import rights


def role_holders() -> QuerySet[Any]:
    """Return the active users who hold a role in some language."""
    return get_user_model().objects.filter(is_active=True, groups__locale_role__isnull=False).distinct()


def people_for(user: Any) -> QuerySet[Any]:
    """Return the people whose deputies the user may name."""
    return role_holders() if rights.can_assign(user) else role_holders().filter(pk=user.pk)


def deputies_for(user: Any) -> QuerySet[Any]:
    """Return the people whom the user may name as deputies."""
    return role_holders() if user.is_superuser else role_holders().exclude(pk=user.pk)


class DeputyPolicy(BasePermissionPolicy):
    """Which records somebody sees, and which they may change."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether the user may do this with some records."""
        return rights.can_assign(user) or bool(rights.roles_of(user))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Deputyship) -> bool:
        """Return whether the user may do this with this very record; deputies only see it."""
        if action == "view" and instance.deputy_id == user.pk:
            return True
        return rights.can_assign(user) or instance.person_id == user.pk

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Deputyship]:
        """Return the records with which the user may do any of this."""
        if rights.can_assign(user):
            return Deputyship.objects.all()
        own = Q(person=user.pk)
        return Deputyship.objects.filter(own | Q(deputy=user.pk) if "view" in actions else own)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """Return the users who may have to do with deputies."""
        people = get_user_model().objects.filter(is_active=True)
        return people.filter(Q(is_superuser=True) | Q(groups__locale_role__isnull=False)).distinct()
