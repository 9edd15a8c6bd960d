"""Groups of people who work in the admin."""

from typing import Any

import factory
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission


class AdminGroupFactory(factory.django.DjangoModelFactory):
    """Makes a group that may open the admin; `pictures=[(right, collection)]` gives it rights on pictures."""

    class Meta:
        model = Group
        skip_postgeneration_save = True

    name = factory.Sequence(lambda number: f"Group {number}")

    @factory.post_generation
    def access(self, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        """Let it open the admin."""
        self.permissions.add(Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin"))

    @factory.post_generation
    def pictures(self, create: bool, extracted: list[tuple[str, Collection]] | None, **kwargs: Any) -> None:
        """Give the rights, which Wagtail keeps at its own image model."""
        for right, collection in extracted or ():
            permission = Permission.objects.get(codename=f"{right}_image", content_type__app_label="wagtailimages")
            GroupCollectionPermission.objects.create(group=self, collection=collection, permission=permission)
