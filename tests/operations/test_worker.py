"""The schedule, and tasks whose worker was killed."""

from datetime import timedelta
from pathlib import Path
from threading import Barrier, Event

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from cms.core import periodic
from cms.core.periodic import Job
from cms.operations import scheduler
from cms.operations.abandoned_tasks import ATTEMPTS, take_up_again, worker_id
from cms.publishing.scheduler import publish_due


@pytest.fixture(autouse=True)
def connection_of_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "close_old_connections", lambda: None)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, Job]:
    jobs: dict[str, Job] = {}
    monkeypatch.setattr(periodic, "_jobs", jobs)
    return jobs


def test_every_job_is_begun_and_none_waits_for_another(registry: dict[str, Job]) -> None:
    both = Barrier(3, timeout=20)
    periodic.register("first", lambda: both.wait(), timedelta(days=1))
    periodic.register("second", lambda: both.wait(), timedelta(days=1))
    scheduler.start()
    both.wait()


def test_job_is_done_again_when_its_time_has_passed(registry: dict[str, Job]) -> None:
    third = Event()
    calls: list[int] = []

    def job() -> None:
        calls.append(len(calls))
        if len(calls) > 2:
            third.set()
            Event().wait()

    periodic.register("often", job, timedelta(milliseconds=1))
    scheduler.start()
    assert third.wait(20)
    assert calls == [0, 1, 2]


def test_failure_is_logged_and_does_not_end_the_schedule(caplog: pytest.LogCaptureFixture) -> None:
    scheduler.run_once(Job("divide", lambda: 1 / 0, timedelta(seconds=15)))
    assert "ZeroDivisionError" in caplog.text
    assert "“divide” failed; the next try is in 0:00:15" in caplog.text


def test_two_jobs_of_one_name_are_refused(registry: dict[str, Job]) -> None:
    periodic.register("mail", print, timedelta(days=1))
    periodic.register("mail", print, timedelta(days=1))
    assert len(periodic.jobs()) == 1
    with pytest.raises(ValueError, match="Two jobs are called mail"):
        periodic.register("mail", repr, timedelta(days=1))


def test_publishing_has_a_schedule() -> None:
    assert publish_due in [job.function for job in periodic.jobs()]


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
