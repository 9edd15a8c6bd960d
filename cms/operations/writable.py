"""Folders the program keeps its state in."""

import os
import pwd
from pathlib import Path

from cms.settings.errors import OperatorError


def check(*folders: Path) -> None:
    """Make the folders where they are missing; end with one sentence where nothing can be written."""
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            usable = os.access(folder, os.W_OK | os.X_OK)
        except OSError:
            usable = False
        if not usable:
            raise OperatorError(
                f"The folder {folder} cannot be written by the user {_user()}: make it writable for "
                "that user, or set VAR_DIR and MEDIA_DIR to folders that are."
            )


def _user() -> str:
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
