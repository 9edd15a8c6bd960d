"""Everything an installation holds, to see whether anything of it changed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.cache import cache


def row_counts() -> dict[str, int]:
    """Return the number of rows of every table."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def all_rows() -> dict[str, list[tuple[Any, ...]]]:
    """Return the values of all rows of every table."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def stored_files() -> set[str]:
    """Return the names of all media files."""
    return {
        str(path.relative_to(settings.MEDIA_ROOT)) for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()
    }


def forget_files() -> None:
    """Delete all media files, and what the cache knows about them."""
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    cache.clear()


def content_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(path: Path, change: Callable[[Any], Any]) -> None:
    """Change the JSON in a file; `change` alters it in place or returns what stands there from now on."""
    data = json.loads(path.read_text(encoding="utf-8"))
    made = change(data)
    path.write_text(json.dumps(data if made is None else made, ensure_ascii=False), encoding="utf-8")
