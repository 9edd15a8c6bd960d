"""A storage whose file names change with their content, so that caches may keep them for good."""

import hashlib
from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import FileSystemStorage

DIGEST_LENGTH = 12


class HashedNameStorage(FileSystemStorage):
    """Writes `paris.fill-400x300.jpg` as `paris.fill-400x300.0f3a92c1b7de.jpg`."""

    def save(self, name: str | None, content: Any, max_length: int | None = None) -> str:
        """Save the content under a name that carries its digest."""
        return super().save(_with_digest(name or content.name, content), content, max_length)


def _with_digest(name: str, content: Any) -> str:
    digest = hashlib.sha256()
    for chunk in content.chunks():
        digest.update(chunk)
    content.seek(0)
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{digest.hexdigest()[:DIGEST_LENGTH]}{path.suffix}"))
