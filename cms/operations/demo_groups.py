"""The groups of the demo accounts: what an editor, a translator and a reviewer may do."""

from collections.abc import Callable

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page

FILE_PERMISSIONS = (
    # Wagtail asks for the permissions of its own models, whatever model the project uses.
    ("wagtailimages", "add_image"),
    ("wagtailimages", "choose_image"),
    ("wagtaildocs", "add_document"),
    ("wagtaildocs", "choose_document"),
)


def editors() -> Group:
    """Return the group that edits and publishes every page."""
    return _group("Editors", _fill_editors)


def translators(language: str) -> Group:
    """Return the group that edits the pages of one language."""
    return _group(f"Translators {language}", lambda group: _allow_in(group, language, "change"))


def reviewers(language: str) -> Group:
    """Return the group that edits and publishes the pages of one language."""
    return _group(f"Reviewers {language}", lambda group: _allow_in(group, language, "change", "publish"))


def _group(name: str, fill: Callable[[Group], None]) -> Group:
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.add(_permission("access_admin", "wagtailadmin"))
    fill(group)
    return group


def _fill_editors(group: Group) -> None:
    for root in Page.objects.filter(depth=1):
        _allow(group, root, "add", "change", "publish")
    for collection in Collection.objects.filter(depth=1):
        for app_label, codename in FILE_PERMISSIONS:
            permission = _permission(codename, app_label)
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def _allow_in(group: Group, language: str, *names: str) -> None:
    """Give the rights on the home page of a language, as soon as there is one."""
    locale = Locale.objects.filter(language_code=language).first()
    for page in Page.objects.filter(depth=2, locale=locale) if locale else ():
        _allow(group, page, *names)


def _allow(group: Group, page: Page, *names: str) -> None:
    for name in names:
        permission = _permission(f"{name}_page", "wagtailcore")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _permission(codename: str, app_label: str) -> Permission:
    return Permission.objects.get(codename=codename, content_type__app_label=app_label)
