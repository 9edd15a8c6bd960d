"""Measuring on a noisy machine: the best of several runs, told as a ratio."""

import time
from collections.abc import Callable
from typing import Any

ROUNDS = 7


def best(work: Callable[[], Any], rounds: int = ROUNDS) -> float:
    """Return the seconds of the fastest run, after one that does not count."""
    work()
    return min(_once(work) for _round in range(rounds))


def queries(work: Callable[[], Any]) -> int:
    """Return how many queries `work` asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def _once(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
