"""Who may read and keep the memory and the list of terms."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.models import Locale
from wagtail.permission_policies import BasePermissionPolicy

from cms.core.models import LocaleProfile
from cms.translation.models import LocaleRole
from cms.translation.roles import rights

READ = "view"


def translated_locales() -> QuerySet[Locale]:
    """Return the languages that are translated from or into: all but those that are written for their readers."""
    return (
        Locale.objects.exclude(profile__mode=LocaleProfile.Mode.WRITTEN)
        .select_related("profile")
        .order_by("profile__order", "pk")
    )


def kept_locales(user: Any) -> QuerySet[Locale]:
    """Return the languages whose lists the user keeps: reviewers their own, coordinators and administrators all."""
    if rights.can_assign(user):
        return translated_locales()
    reviewed = {locale_id for role, locale_id in rights.roles_of(user) if role == LocaleRole.Role.REVIEWER}
    return translated_locales().filter(pk__in=reviewed)


class KeptByLanguage(BasePermissionPolicy):
    """Whoever takes part in translation reads; entries are changed by those who keep the language translated into."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether the user may do this with some entries."""
        return rights.takes_part(user) if action == READ else kept_locales(user).exists()

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Return whether the user may do this with this very entry."""
        if action == READ:
            return rights.takes_part(user)
        return kept_locales(user).filter(pk=instance.target_locale_id).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        """Return the entries with which the user may do any of this."""
        if READ in actions and rights.takes_part(user):
            return self.model._default_manager.all()
        return self.model._default_manager.filter(target_locale__in=kept_locales(user))

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """Return the users who keep some language."""
        keepers = (LocaleRole.Role.REVIEWER, LocaleRole.Role.COORDINATOR)
        people = get_user_model().objects.filter(is_active=True)
        return people.filter(Q(is_superuser=True) | Q(groups__locale_role__role__in=keepers)).distinct()
