"""What happens by the clock: publishing and expiry, and whatever else rooms registered."""

import logging
import threading

from django.db import close_old_connections

from cms.core import periodic
from cms.core.periodic import Job

logger = logging.getLogger(__name__)


def start() -> None:
    """Begin to do all jobs again and again, for as long as this process lives."""
    for job in periodic.jobs():
        threading.Thread(target=_repeat, args=[job], name=f"job: {job.name}", daemon=True).start()


def run_once(job: Job) -> None:
    """Do the job. A failure is logged and does not end its schedule."""
    close_old_connections()
    try:
        job.function()
    except Exception:
        logger.exception("The job “%s” failed; the next try is in %s", job.name, job.every)
    finally:
        close_old_connections()


def _repeat(job: Job) -> None:
    pause = threading.Event()
    while True:
        run_once(job)
        pause.wait(job.every.total_seconds())
