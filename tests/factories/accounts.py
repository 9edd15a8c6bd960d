"""People who work in the admin."""

from typing import Any

import factory
from wagtail.users.models import UserProfile

from cms.accounts.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """Makes a user who reads the admin in `language`."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda number: f"user{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")

    @factory.post_generation
    def language(self, create: bool, extracted: str | None, **kwargs: Any) -> None:
        """Store the language."""
        UserProfile.objects.create(user=self, preferred_language=extracted or "en")


class AdminFactory(UserFactory):
    """Makes a user who may do everything."""

    is_staff = is_superuser = True
