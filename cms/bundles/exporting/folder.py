"""Writing the folder of a bundle in one step."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cms.bundles.errors import BundleError


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Yield an empty folder beside `path` that becomes `path` at the end; what fails inside leaves nothing.

    Raises BundleError if `path` holds something or cannot be written.
    """
    path = path.absolute()
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise BundleError(str(path), "", "this is no empty folder; name one that is empty, or does not exist yet.")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.mkdir()
        yield draft
        draft.replace(path)
    except OSError as error:
        raise BundleError(str(path), "", f"this cannot be written ({error.strerror or error}).") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def write_json(folder: Path, name: str, data: Any) -> None:
    """Write a file: UTF-8, the keys in the order they have, one to a line, a line feed at the end."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    path.write_bytes(text.encode("utf-8"))
