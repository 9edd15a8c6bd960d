"""The worker's part in a test."""

from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult


def run_tasks() -> None:
    """Carry out what this room queued, on the connection of the test, which the worker's own loop would close."""
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
    )
    for result in DBTaskResult.objects.ready().filter(task_path__startswith="cms.translation."):
        result.claim("test")
        worker.run_task(result)
