"""What happens by the clock: publishing and expiry."""

import logging
import threading

from django.db import close_old_connections
from django.utils.module_loading import import_string

INTERVAL = 15
PUBLISH_DUE = "cms.publishing.scheduler.publish_due"

logger = logging.getLogger(__name__)


def start() -> None:
    """Look every few seconds, for as long as this process lives, whether something is due."""
    threading.Thread(target=_run, name="scheduler", daemon=True).start()


def _run() -> None:
    pause = threading.Event()
    while True:
        run_once()
        pause.wait(INTERVAL)


def run_once() -> None:
    """Publish and expire what is due. A failure is logged and does not end the schedule."""
    close_old_connections()
    try:
        import_string(PUBLISH_DUE)()
    except Exception:
        logger.exception("The schedule could not be carried out; the next try is in %s s", INTERVAL)
    finally:
        close_old_connections()
