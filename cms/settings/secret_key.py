"""The secret key: from the environment, else made once and kept."""

import contextlib
import secrets
from pathlib import Path

from cms.settings import private_file
from cms.settings.errors import OperatorError

SHORTEST = 50


def checked(key: str) -> str:
    """Refuse a key from the environment that could be guessed."""
    if len(key) < SHORTEST:
        raise OperatorError(
            f"SECRET_KEY must have at least {SHORTEST} random characters; leave it out to have one made and kept."
        )
    return key


def read_or_make(path: Path) -> str:
    """Return the key kept in the file, made on the first call. Safe when several processes start."""
    try:
        return _read(path) or _make(path)
    except OSError as error:
        raise OperatorError(
            f"The secret key {path} cannot be kept ({error.strerror}): make the folder {path.parent} "
            "readable and writable for the user who runs this, or set VAR_DIR to one that is."
        ) from None


def _read(path: Path) -> str:
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _make(path: Path) -> str:
    draft = private_file.draft(path, secrets.token_urlsafe(64) + "\n")
    try:
        with contextlib.suppress(FileExistsError):  # another process was first: its key holds
            path.hardlink_to(draft)
    finally:
        draft.unlink()
    return _read(path)
