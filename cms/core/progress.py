"""What a person at a terminal sees while many pages are read or written."""

import time
from collections.abc import Callable
from typing import TextIO

Progress = Callable[[str, int, int], None]
"""Called with what is being done, the steps done and the steps in all."""

WIDTH = 28
SECONDS = 5.0


def silent(_label: str, _done: int, _total: int) -> None:
    """Tell nobody."""


class ProgressBar:
    """A Progress: on a terminal one line that is drawn again and again, elsewhere a line now and then."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self._is_terminal = out.isatty()
        self._label, self._drawn_at = "", 0.0

    def __call__(self, label: str, done: int, total: int) -> None:
        """Show how far it is."""
        now = time.monotonic()
        if label == self._label and now - self._drawn_at < (0.05 if self._is_terminal else SECONDS):
            return
        self._label, self._drawn_at = label, now
        self.out.write(self._line(label, done, total))
        self.out.flush()

    def end(self) -> None:
        """Clear the line on a terminal."""
        if self._is_terminal:
            self.out.write("\r\033[K")
            self.out.flush()

    def _line(self, label: str, done: int, total: int) -> str:
        share = min(done / total, 1) if total else 0
        if not self._is_terminal:
            return f"{share:4.0%} {label}\n"
        filled = round(share * WIDTH)
        return f"\r\033[K[{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%} {label}"
