"""Waiting for what other processes do."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 120.0


def wait_until(is_met: Callable[[], object], patience: float = PATIENCE) -> None:
    """Return as soon as the condition is met; fail when it is not in time."""
    deadline = time.monotonic() + patience
    while not is_met():
        assert time.monotonic() < deadline, "waited in vain"
        threading.Event().wait(0.05)


def is_alive(pid: int) -> bool:
    """Whether the process runs: one that ended and was not yet collected by its parent does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
