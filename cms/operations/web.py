"""The web server: Granian with threads. Its main process does not load the application."""

import argparse
import os
from collections.abc import Callable
from functools import partial
from typing import Any

from cms.operations import lifeline

THREADS = 8
KILL_AFTER = 5


def load_application(parent: int) -> Callable[..., Any]:
    """Load the application in Granian's own worker process, which ends with Granian's main one."""
    lifeline.end_with_parent(parent)
    from cms.wsgi import application

    return application


def main() -> None:
    """Serve until told to stop, or until the supervisor is gone."""
    lifeline.end_with_supervisor()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bind", required=True)
    parser.add_argument("--port", required=True, type=int)
    serve(parser.parse_args())


def serve(options: argparse.Namespace) -> None:
    """Run Granian, imported late so that the lifeline is held from the first moment."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.log import LogLevels

    server = Granian(
        "cms.wsgi:application",
        address=options.bind,
        port=options.port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=KILL_AFTER,
        log_level=LogLevels.error,
    )
    server.serve(target_loader=partial(load_application, os.getpid()), wrap_loader=False)


if __name__ == "__main__":
    main()
