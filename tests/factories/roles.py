"""People who hold a role in a language."""

from typing import Any

from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Locale, Page

from cms.accounts.models import User
from cms.translation.models import LocaleRole
from tests.factories.accounts import UserFactory
from tests.factories.groups import AdminGroupFactory


def holder(role: LocaleRole.Role, locale: Locale | None = None, **kwargs: Any) -> User:
    """Return somebody new with this role in this language; coordinators have it in all."""
    return member(LocaleRole.objects.get(role=role, locale=locale).group, **kwargs)


def editor_of(*pages: Page, publishes: bool = False) -> User:
    """Return somebody new who has no role, and edits these pages and what is below."""
    group = AdminGroupFactory()
    for page in pages:
        for right in ("add", "change", "publish") if publishes else ("add", "change"):
            GroupPagePermission.objects.create(group=group, page=page, permission_type=right)
    return member(group)


def member(*groups: Group, **kwargs: Any) -> User:
    """Return somebody new in these groups, who reads the admin in English."""
    user = UserFactory(**kwargs)
    user.groups.set(groups)
    return user
