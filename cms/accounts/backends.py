"""Sign-in by name or e-mail address."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from cms.accounts.models import User


class NameOrEmailBackend(ModelBackend):
    """Django's backend, which also takes an e-mail address where it asks for the user name."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """Return the active user whose name, or whose e-mail regardless of case, and password match."""
        name = username or kwargs.get(User.USERNAME_FIELD) or ""
        by_email = User.objects.filter(email__iexact=name).first() if "@" in name else None
        return super().authenticate(request, username=by_email.get_username() if by_email else name, password=password)
