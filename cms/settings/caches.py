"""The cache: files that web and worker share by default, Redis where the operator says so."""

from pathlib import Path
from typing import Any

from cms.settings.errors import OperatorError


def cache(url: str, var_dir: Path, prefix: str) -> dict[str, Any]:
    """Return Django's configuration for the address, or for files under `var/` without one."""
    scheme = url.split("://", 1)[0]
    if scheme in ("redis", "rediss"):
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": url,
            "KEY_PREFIX": prefix,
        }
    if scheme == "locmem":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if not url:
        return {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": str(var_dir / "cache"),
            "OPTIONS": {"MAX_ENTRIES": 5000},
        }
    raise OperatorError("CACHE_URL must look like redis://host:6379/0; leave it out for a cache under var/.")
