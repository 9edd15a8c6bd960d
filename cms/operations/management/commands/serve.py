"""The whole site with one command."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from cms.operations import first_start, lifeline, ports, run_lock, supervisor, writable
from cms.settings.errors import OperatorError


class Command(BaseCommand):
    """Prepares what is missing, then becomes the supervisor of web server and worker."""

    help = "Bring everything up to date and serve the site until told to stop."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Let `make run` end the server together with itself."""
        parser.add_argument("--parent", type=int, help="a process to end with")

    def handle(self, *, parent: int | None, **options: Any) -> None:
        """Serve, or end with one sentence."""
        if parent:
            lifeline.end_with_parent(parent)
        try:
            _serve(parent)
        except KeyboardInterrupt:
            raise OperatorError("Stopped before the site was ready: run it again to go on.") from None


def _serve(parent: int | None) -> None:
    """Check first what could be in the way: nothing is begun that cannot be finished."""
    if settings.SITE.is_https and not settings.TRUSTED_PROXIES:
        raise OperatorError(
            "SITE_URL is https, which a proxy in front of this server has to speak: set "
            "TRUSTED_PROXIES to its address, such as TRUSTED_PROXIES=127.0.0.1."
        )
    writable.check(settings.VAR_DIR)
    lock = run_lock.take(settings.VAR_DIR / "run.lock", f"{settings.SITE_URL}/")
    ports.check_free(settings.BIND, settings.PORT)
    first_start.prepare()
    os.set_inheritable(lock, True)
    _become_supervisor(_message(), parent)


def _message() -> str:
    address = f"{settings.SITE_URL}/"
    lines = [
        "",
        f"The site is served at {address}",
        f"Editors sign in at    {address}admin/",
        first_start.how_to_sign_in(),
        "Stop it with Ctrl-C.",
    ]
    return "\n".join(line for line in lines if line or line is lines[0])


def _become_supervisor(message: str, parent: int | None) -> None:
    arguments = [
        *("--bind", settings.BIND, "--port", str(settings.PORT)),
        *("--host", settings.SITE.host),
        *(("--parent", str(parent)) if parent else ()),
    ]
    environment = os.environ | {"PYTHONPATH": str(settings.BASE_DIR), supervisor.MESSAGE: message}
    sys.stdout.flush()
    os.execve(  # noqa: S606
        sys.executable,
        [sys.executable, "-m", "cms.operations.supervisor", *arguments],
        environment,
    )
