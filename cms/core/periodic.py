"""Jobs that the worker does again and again. Every room may register some, from its `AppConfig.ready`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any


@dataclass(frozen=True)
class Job:
    """Something to be done every so often. The name is for the log."""

    name: str
    function: Callable[[], Any]
    every: timedelta


_jobs: dict[str, Job] = {}


def register(name: str, function: Callable[[], Any], every: timedelta) -> None:
    """Let the worker call `function` as soon as it starts, and then again whenever `every` has passed.

    A job is therefore called more often than that where the worker is started anew, or several run at once: what must
    not happen twice, the job has to remember in the database. One that is to be done once a day asks every few minutes
    whether that day's is done. Each job has a thread of its own, so a slow one delays no other. What it raises is
    logged, and it is called again at its next time.
    """
    known = _jobs.setdefault(name, Job(name, function, every))
    if known.function != function:
        raise ValueError(f"Two jobs are called {name}: {known.function} and {function}.")


def jobs() -> list[Job]:
    """Return all jobs in the order they were registered."""
    return list(_jobs.values())
