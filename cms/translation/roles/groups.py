"""The groups that hold the roles of each language.

They are made when a language is added, and may be renamed and given more rights like any other group: `LocaleRole`
points at them. What somebody took away from them is not given back, what somebody deleted is made anew with the next
update of the software.
"""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupPagePermission, Locale, Page

from cms.translation.models import LocaleRole

Role = LocaleRole.Role

FRONT_PAGE_DEPTH = 2
GROUP_NAMES = {
    Role.TRANSLATOR: "Translators {language}",
    Role.REVIEWER: "Reviewers {language}",
    Role.PUBLISHER: "Publishers {language}",
    Role.COORDINATOR: "Language coordinators",
}
PAGE_RIGHTS = {
    Role.TRANSLATOR: ("change",),
    Role.REVIEWER: ("change",),
    Role.PUBLISHER: ("change", "publish"),
    Role.COORDINATOR: (),
}


def make_missing_roles() -> None:
    """Make the roles that languages of this installation do not have yet."""
    for locale in Locale.objects.all():
        make_roles(locale)


@transaction.atomic
def make_roles(locale: Locale) -> None:
    """Make the roles of a language, and the coordinator's for all languages, as far as they are missing."""
    for role in Role:
        _make(role, None if role == Role.COORDINATOR else locale)


def open_front_page(page: Page) -> None:
    """Give the roles of its language their rights on a new front page, and so on all that will be below it."""
    for held in LocaleRole.objects.filter(locale_id=page.locale_id).select_related("group"):
        _allow(held.group, page, held.role)


def group_of(role: Role, language: str = "") -> Group:
    """Return the group that holds a role in a language, or that will hold it as soon as the language is added."""
    held = LocaleRole.objects.filter(role=role, locale__language_code=language or None).select_related("group").first()
    return held.group if held else _group(role, language)


def _make(role: Role, locale: Locale | None) -> None:
    if LocaleRole.objects.filter(role=role, locale=locale).exists():
        return
    group = _group(role, locale.language_code if locale else "")
    LocaleRole.objects.create(role=role, locale=locale, group=group)
    for page in Page.objects.filter(locale=locale, depth=FRONT_PAGE_DEPTH) if locale else ():
        _allow(group, page, role)


def _group(role: Role, language: str) -> Group:
    """Return the group of this name, with access to the admin; another name where that group holds another role."""
    wanted = name = GROUP_NAMES[role].format(language=language)
    number = 1
    while LocaleRole.objects.filter(group__name=name).exists():
        number += 1
        name = f"{wanted} ({number})"
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.add(_permission("wagtailadmin", "admin", "access_admin"))
    return group


def _allow(group: Group, page: Page, role: str) -> None:
    for right in PAGE_RIGHTS[Role(role)]:
        permission = _permission("wagtailcore", "page", f"{right}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _permission(app_label: str, model: str, codename: str) -> Permission:
    """Return one of Wagtail's own permissions, which its migrations make, and which flushing a database takes away."""
    content_type, _created = ContentType.objects.get_or_create(app_label=app_label, model=model)
    permission, _created = Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": codename}
    )
    return permission
