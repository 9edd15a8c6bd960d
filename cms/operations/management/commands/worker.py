"""The worker process: background tasks and the schedule."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django_tasks_db.management.commands.db_worker import Worker

from cms.operations import scheduler
from cms.operations.abandoned_tasks import take_up_again, worker_id


class Command(BaseCommand):
    """Carries out queued tasks, and every few seconds what is due by the clock."""

    help = "Run background tasks and the publishing schedule until told to stop."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Run until a signal comes; the task at hand is finished first."""
        name = worker_id(settings.VAR_DIR)
        take_up_again(name)
        scheduler.start()
        worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=1,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
        )
        worker.configure_signals()
        worker.run()
