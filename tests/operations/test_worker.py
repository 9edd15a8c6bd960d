"""The schedule, and tasks whose worker was killed."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from cms.operations import scheduler
from cms.operations.abandoned_tasks import ATTEMPTS, take_up_again, worker_id


@pytest.fixture
def publishing(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = ModuleType("scheduler_of_tests")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(scheduler, "PUBLISH_DUE", f"{module.__name__}.publish_due")
    monkeypatch.setattr(scheduler, "close_old_connections", lambda: None)
    return module


def test_what_is_due_is_published(publishing: Any) -> None:
    calls: list[str] = []
    publishing.publish_due = lambda: calls.append("published")
    scheduler.run_once()
    assert calls == ["published"]


def test_failure_is_logged_and_does_not_end_the_schedule(publishing: Any, caplog: pytest.LogCaptureFixture) -> None:
    publishing.publish_due = lambda: 1 / 0
    scheduler.run_once()
    assert "ZeroDivisionError" in caplog.text


def test_publishing_has_a_schedule() -> None:
    from cms.publishing.scheduler import publish_due

    assert callable(publish_due)


def running(*workers: str) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="cms.images.renditions.make_all_renditions",
        worker_ids=list(workers),
        backend_name="default",
        run_after=get_date_max(),
        started_at=timezone.now(),
    )


@pytest.mark.django_db
def test_task_of_a_killed_worker_is_queued_again() -> None:
    mine, foreign = running("a"), running("b")
    assert take_up_again("a") == 1
    mine.refresh_from_db()
    foreign.refresh_from_db()
    assert (mine.status, foreign.status) == (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    assert list(DBTaskResult.objects.ready()) == [mine]


@pytest.mark.django_db
def test_task_that_kills_its_worker_again_and_again_is_given_up() -> None:
    task = running(*["a"] * ATTEMPTS)
    take_up_again("a")
    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED
    assert "killed 5 times" in task.traceback


def test_worker_keeps_its_name_over_restarts() -> None:
    assert worker_id(Path("/a")) == worker_id(Path("/a")) != worker_id(Path("/b"))
