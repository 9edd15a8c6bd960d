"""The group of the demo's editor. Those of translators and reviewers come with their language."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

FILE_PERMISSIONS = (
    # Wagtail asks for the permissions of its own models, whatever model the project uses.
    ("wagtailimages", "add_image"),
    ("wagtailimages", "choose_image"),
    ("wagtaildocs", "add_document"),
    ("wagtaildocs", "choose_document"),
)


def editors() -> Group:
    """Return the group that edits and publishes every page."""
    group, _created = Group.objects.get_or_create(name="Editors")
    group.permissions.add(_permission("wagtailadmin", "access_admin"))
    for root in Page.objects.filter(depth=1):
        for right in ("add", "change", "publish"):
            permission = _permission("wagtailcore", f"{right}_page")
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    for collection in Collection.objects.filter(depth=1):
        for app_label, codename in FILE_PERMISSIONS:
            permission = _permission(app_label, codename)
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
    return group


def _permission(app_label: str, codename: str) -> Permission:
    return Permission.objects.get(codename=codename, content_type__app_label=app_label)
