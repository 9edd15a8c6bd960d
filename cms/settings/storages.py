"""Where files live: originals and documents in private, renditions and static files in public."""

from pathlib import Path
from typing import Any

RENDITIONS = "renditions"
FOLDER = "django.core.files.storage.FileSystemStorage"
HASHED_FOLDER = "cms.operations.hashed_storage.HashedNameStorage"
STATIC = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}


def storages(media_dir: Path, media_url: str) -> dict[str, dict[str, Any]]:
    """Return Django's `STORAGES`. No web server ever serves the default one."""
    return {
        "default": _in(FOLDER, media_dir / "private", f"{media_url}private/"),
        RENDITIONS: _in(HASHED_FOLDER, media_dir / RENDITIONS, f"{media_url}{RENDITIONS}/"),
        "staticfiles": STATIC,
    }


def _in(backend: str, location: Path, base_url: str) -> dict[str, Any]:
    return {"BACKEND": backend, "OPTIONS": {"location": str(location), "base_url": base_url}}
