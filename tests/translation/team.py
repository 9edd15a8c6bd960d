"""The people who bring pages into French."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Locale, Page

from cms.accounts.models import User
from cms.translation.models import LocaleRole
from tests.factories.groups import AdminGroupFactory
from tests.factories.roles import member

Role = LocaleRole.Role
PAGE_RIGHTS = {
    Role.TRANSLATOR: ["add", "change"],
    Role.REVIEWER: ["add", "change"],
    Role.PUBLISHER: ["add", "change", "publish"],
    Role.COORDINATOR: [],
}


@dataclass
class Team:
    """Somebody for every step."""

    translator: User
    reviewer: User
    publisher: User
    coordinator: User


def assemble(home: Page) -> Team:
    """Return a team for the language of this front page."""
    return Team(
        translator=somebody(Role.TRANSLATOR, home, username="tara"),
        reviewer=somebody(Role.REVIEWER, home, username="rene"),
        publisher=somebody(Role.PUBLISHER, home, username="pia"),
        coordinator=somebody(Role.COORDINATOR, home, username="cleo"),
    )


def somebody(role: LocaleRole.Role, home: Page, **kwargs: str) -> User:
    """Return somebody new who holds the role in the language of this front page, with its rights there."""
    locale = None if role == Role.COORDINATOR else home.locale
    found = LocaleRole.objects.filter(role=role, locale=locale).first()
    group = found.group if found else _group(role, locale)
    access = Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
    group.permissions.add(access)
    for right in PAGE_RIGHTS[role]:
        permission = Permission.objects.get(codename=f"{right}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
    return member(group, **kwargs)


def _group(role: LocaleRole.Role, locale: Locale | None) -> Group:
    group = AdminGroupFactory()
    LocaleRole.objects.create(role=role, locale=locale, group=group)
    return group
