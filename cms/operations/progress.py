"""What a person at a terminal sees while something takes its time. Standard library only."""

import sys
import time
from types import TracebackType
from typing import TextIO

WIDTH = 28


class Bar:
    """A progress bar on a terminal, one line at the end elsewhere."""

    def __init__(self, label: str, total: int = 0, out: TextIO | None = None) -> None:
        self.label, self.total, self.done = label, total, 0
        self.out = out or sys.stdout
        self.began = time.monotonic()
        self.failed = False

    def __enter__(self) -> "Bar":
        self._draw()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        seconds = time.monotonic() - self.began
        outcome = "failed" if self.failed or kind else f"{seconds:.1f} s"
        start = "\r\033[K" if self.out.isatty() else ""
        self.out.write(f"{start}  {self.label:<{WIDTH}} {outcome}\n")
        self.out.flush()

    def advance(self, steps: int = 1) -> None:
        """Say that so many more steps are done."""
        self.done += steps
        self._draw()

    def fail(self) -> None:
        """Say that it did not work."""
        self.failed = True

    def _draw(self) -> None:
        if not self.out.isatty():
            return
        share = min(self.done / self.total, 1) if self.total else 0
        filled = round(share * WIDTH)
        bar = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%}" if self.total else "…"
        self.out.write(f"\r\033[K  {self.label:<{WIDTH}} {bar}")
        self.out.flush()
