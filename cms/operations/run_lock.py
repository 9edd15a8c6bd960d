"""One server per installation: a lock that the kernel gives back however its holder ends."""

import fcntl
import os
from pathlib import Path

from cms.settings.errors import OperatorError


def take(path: Path, address: str) -> int:
    """Lock the file for as long as this process lives and return its descriptor.

    Ends with the address of the running server if there is one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        running = path.read_text(encoding="utf-8").strip() or "another address"
        raise OperatorError(
            f"The site already runs at {running}: use that one, or stop it with Ctrl-C first."
        ) from None
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{address}\n".encode())
    return descriptor
