"""Tasks whose worker was killed before it could finish them."""

import logging
import platform
from hashlib import sha256
from pathlib import Path

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

ATTEMPTS = 5
"""A task that took its worker with it so often is not tried again."""

logger = logging.getLogger(__name__)


def worker_id(var_dir: Path) -> str:
    """Return a name that is the same each time this installation on this machine starts."""
    return sha256(f"{platform.node()}:{var_dir}".encode()).hexdigest()[:32]


def take_up_again(worker: str) -> int:
    """Queue again what the last worker of this name left unfinished; return how many tasks.

    Only one worker of a name runs at a time, which the lock of the installation ensures.
    """
    left = [task for task in DBTaskResult.objects.running() if task.worker_ids[-1:] == [worker]]
    for task in left:
        if len(task.worker_ids) < ATTEMPTS:
            DBTaskResult.objects.filter(pk=task.pk).update(status=TaskResultStatus.READY)
        else:
            task.set_failed(RuntimeError(f"The worker was killed {ATTEMPTS} times by this task."))
            logger.error("Task %s is given up after %s tries", task.task_path, ATTEMPTS)
    return len(left)
