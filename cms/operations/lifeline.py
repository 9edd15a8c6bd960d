"""How processes end when the one above them is gone, even by `kill -9`. Standard library only."""

import os
import signal
import threading
from collections.abc import Callable

VARIABLE = "CMS_LIFELINE"
"""Names the descriptor of a pipe whose other end only the supervisor holds."""
INTERVAL = 0.5


def end_with_supervisor() -> None:
    """End this whole process group as soon as the supervisor is gone."""
    descriptor = os.environ.pop(VARIABLE, "")
    if descriptor:
        _in_background(lambda: _wait_for_end_of(int(descriptor)))


def end_with_parent(parent: int) -> None:
    """End this process soon after the one that started it."""
    call_when_gone(parent, lambda: os._exit(1))


def call_when_gone(parent: int, then: Callable[[], object]) -> None:
    """Call the function once this process is no longer a child of that one."""
    _in_background(lambda: _wait_for_parent(parent, then))


def _in_background(function: Callable[[], None]) -> None:
    threading.Thread(target=function, name="lifeline", daemon=True).start()


def _wait_for_end_of(descriptor: int) -> None:
    while os.read(descriptor, 1):
        pass
    os.killpg(os.getpgrp(), signal.SIGKILL)


def _wait_for_parent(parent: int, then: Callable[[], object]) -> None:
    pause = threading.Event()
    while os.getppid() == parent:
        pause.wait(INTERVAL)
    then()
