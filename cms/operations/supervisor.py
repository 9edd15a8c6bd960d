"""Keeps the web server and the worker running, and ends them together. Standard library only.

It is a program of its own, so that it needs little memory while it waits.
"""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue

from cms.operations import lifeline, ports

MESSAGE = "CMS_READY_MESSAGE"
"""Names what to print once the site answers. It holds passwords, and anybody may read a process's arguments."""
GRACE = 10.0
"""Seconds a child gets to finish what it does."""
LONGEST_PAUSE = 30.0
HEALTHY_AFTER = 60.0


@dataclass
class Child:
    """A program that is started again whenever it ends."""

    name: str
    command: list[str]
    process: subprocess.Popen[bytes] = field(init=False)
    began: float = 0.0
    failures: int = 0

    def start(self, descriptor: int) -> None:
        """Start it as the head of its own process group, with the lifeline in its hand."""
        self.began = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603
            self.command,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            pass_fds=[descriptor],
            env=os.environ | {lifeline.VARIABLE: str(descriptor)},
        )

    def kill(self) -> None:
        """Kill it and whatever it started."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def next_pause(self) -> float:
        """Return how long to wait before the next start: longer each time it fails soon."""
        lasted = time.monotonic() - self.began
        self.failures = 0 if lasted > HEALTHY_AFTER else self.failures + 1
        return min(0.25 * 2**self.failures, LONGEST_PAUSE)


class Supervisor:
    """Runs children until it is told to stop. Everything happens in the order of its events."""

    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.events: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.stopping = False
        self.is_ready = False
        self.exit_code = 0
        # Only this process holds the writing end: when it is gone, the children read the end.
        self.lifeline, self._held = os.pipe()

    def run(self) -> int:
        """Run until told to stop; return the exit code."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        for child in self.children:
            self._start(child)
        while not self.stopping:
            self.events.get()()
        self._end_all()
        return self.exit_code

    def stop(self) -> None:
        """End everything; safe to call from a thread or a signal handler through `events`."""
        self.stopping = True

    def announce(self, message: str) -> None:
        """Say that readers can come. Until then a child that ends means that nothing works."""
        self.is_ready = True
        print(message, flush=True)  # noqa: T201

    def _on_signal(self, *_: object) -> None:
        if self.stopping:  # told twice: no patience left
            for child in self.children:
                child.kill()
        self.events.put(self._told_to_stop)

    def _told_to_stop(self) -> None:
        print("Stopping …", flush=True)  # noqa: T201
        self.stop()

    def _start(self, child: Child) -> None:
        child.start(self.lifeline)
        threading.Thread(target=self._wait_for, args=(child, child.process), daemon=True).start()

    def _wait_for(self, child: Child, process: subprocess.Popen[bytes]) -> None:
        process.wait()
        self.events.put(partial(self._ended, child))

    def _ended(self, child: Child) -> None:
        child.kill()  # processes of its own that it left behind
        code = child.process.returncode
        if not self.is_ready:
            _say(f"The {child.name} ended before the site was ready (exit code {code}): see above.")
            self.exit_code = 1
            self.stop()
            return
        pause = child.next_pause()
        _say(f"The {child.name} ended (exit code {code}); it starts again in {pause:.1f} s.")
        again = threading.Timer(pause, self.events.put, [partial(self._start, child)])
        again.daemon = True
        again.start()

    def _end_all(self) -> None:
        for child in self.children:
            child.process.terminate()
        deadline = time.monotonic() + GRACE
        for child in self.children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.process.wait(max(deadline - time.monotonic(), 0))
            child.kill()


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)  # noqa: T201


def _announce_when_ready(supervisor: Supervisor, options: argparse.Namespace, message: str) -> None:
    pause = threading.Event()
    while not ports.answers(options.bind, options.port, options.host):
        pause.wait(0.2)
    supervisor.events.put(partial(supervisor.announce, message))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bind", required=True)
    parser.add_argument("--port", required=True, type=int)
    parser.add_argument("--host", required=True, help="the name readers use")
    parser.add_argument("--parent", type=int, help="process to end with")
    return parser.parse_args()


def main() -> int:
    """Run the web server and the worker."""
    options, message = _options(), os.environ.pop(MESSAGE, "The site answers.")
    python = sys.executable
    listen = ["--bind", options.bind, "--port", str(options.port)]
    supervisor = Supervisor(
        [
            Child("web server", [python, "-m", "cms.operations.web", *listen]),
            Child("worker", [python, "-m", "cms.operations.worker"]),
        ]
    )
    if options.parent:
        lifeline.call_when_gone(options.parent, lambda: os.kill(os.getpid(), signal.SIGTERM))
    threading.Thread(target=_announce_when_ready, args=(supervisor, options, message), daemon=True).start()
    return supervisor.run()


if __name__ == "__main__":
    sys.exit(main())
