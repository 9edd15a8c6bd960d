"""Files only the user who runs the program may read."""

import os
from pathlib import Path


def draft(path: Path, text: str) -> Path:
    """Write the text beside the path, safely on disk; the caller moves it into place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return beside
