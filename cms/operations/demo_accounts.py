"""Accounts to try the demo with. They exist only where nobody but this machine can sign in."""

import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from cms.accounts.models import User
from cms.operations import demo_groups
from cms.settings import private_file
from cms.settings.errors import OperatorError
from cms.translation.roles.groups import Role, group_of

ACCOUNTS: dict[str, Callable[[], list[Group]] | None] = {
    "admin": None,  # may do everything
    "editor": lambda: [demo_groups.editors()],
    "translator-fr": lambda: [group_of(Role.TRANSLATOR, "fr")],
    # Two roles, so that two people can play the whole story.
    "reviewer-fr": lambda: [group_of(Role.REVIEWER, "fr"), group_of(Role.PUBLISHER, "fr")],
}


def list_file() -> Path:
    """Return the file that names the accounts and their passwords."""
    return settings.VAR_DIR / "demo-accounts.txt"


def make_missing() -> dict[str, str]:
    """Make the accounts that do not exist; return their names and passwords.

    Makes none where somebody else has an account already: that is no demo any more.
    """
    if User.objects.exclude(username__in=ACCOUNTS).exists():
        return {}
    known = User.objects.filter(username__in=ACCOUNTS).values_list("username", flat=True)
    missing = [name for name in ACCOUNTS if name not in set(known)]
    return _make(missing) if missing else {}


def make_anew() -> dict[str, str]:
    """Draw new passwords for all accounts; return them."""
    return _make(ACCOUNTS)


def _make(names: Iterable[str]) -> dict[str, str]:
    if not settings.SITE.is_loopback:
        raise OperatorError("Demo accounts are made only on a loopback address: leave SITE_URL out to try the demo.")
    passwords = {name: secrets.token_urlsafe(12) for name in names}
    with transaction.atomic():
        for name, password in passwords.items():
            _account(name, password)
        # Inside the transaction: should the file fail, no account has a password nobody knows.
        _keep(_read() | passwords)
    return passwords


def _account(name: str, password: str) -> None:
    user = User.objects.filter(username=name).first() or User(username=name, email=f"{name}@example.org")
    groups = ACCOUNTS[name]
    user.is_staff = user.is_superuser = groups is None
    user.is_active = True
    user.set_password(password)
    user.save()
    user.groups.set(groups() if groups else [])


def _read() -> dict[str, str]:
    if not list_file().exists():
        return {}
    lines = list_file().read_text(encoding="utf-8").splitlines()
    return dict(line.split(maxsplit=1) for line in lines if len(line.split()) == 2)


def _keep(passwords: dict[str, str]) -> None:
    text = "".join(f"{name:<14} {passwords[name]}\n" for name in ACCOUNTS if name in passwords)
    private_file.draft(list_file(), text).replace(list_file())
