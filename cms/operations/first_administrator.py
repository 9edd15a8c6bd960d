"""How the first administrator of a public site gets in."""

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from cms.accounts.models import User

NAME = "admin"


def one_time_link() -> str | None:
    """Return a link to choose the first administrator's password; None once there is one.

    The link works once and, like any password reset, for three days.
    """
    administrators = User.objects.filter(is_superuser=True, is_active=True)
    if any(user.has_usable_password() for user in administrators):
        return None
    user = administrators.filter(username=NAME).first() or _make()
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return settings.SITE_URL + reverse("wagtailadmin_password_reset_confirm", args=[uid, token])


def _make() -> User:
    user = User(username=NAME, email=f"{NAME}@{settings.SITE.host}", is_superuser=True, is_staff=True)
    user.set_unusable_password()
    user.save()
    return user
