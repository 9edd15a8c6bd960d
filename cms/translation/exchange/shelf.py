"""Files that wait for the person who asked for them: in private storage, each for one person, for two weeks."""

import json
import re
import secrets
from datetime import timedelta
from typing import IO, Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils import timezone

FOLDER = "translation-exchange"
KEPT = timedelta(days=14)
CLEARED_EVERY = timedelta(hours=6)
_KEY = re.compile(r"(?P<owner>[0-9]+)-[\w-]{32,64}")


def put(content: IO[bytes], owner: Any) -> str:
    """Keep a file for a person and return its key, which nobody can guess."""
    key = f"{owner.pk}-{secrets.token_urlsafe(32)}"
    default_storage.save(_path(key), File(content))
    return key


def put_json(data: dict[str, Any], owner: Any) -> str:
    """Keep data for a person and return its key."""
    return put(ContentFile(json.dumps(data, ensure_ascii=False).encode("utf-8")), owner)


def take(key: str, user: Any) -> IO[bytes] | None:
    """Return the open file, None where there is none with this key for this person."""
    match = _KEY.fullmatch(key)
    if not match or match["owner"] != str(user.pk) or not default_storage.exists(_path(key)):
        return None
    return default_storage.open(_path(key))


def take_json(key: str, user: Any) -> dict[str, Any] | None:
    """Return the data, None where there is none with this key for this person."""
    file = take(key, user)
    if file is None:
        return None
    with file:
        return json.load(file)


def discard(key: str) -> None:
    """Delete a file that is needed no more."""
    default_storage.delete(_path(key))


def clear() -> None:
    """Delete what has lain here for two weeks."""
    if not default_storage.exists(FOLDER):
        return
    oldest = timezone.now() - KEPT
    for key in default_storage.listdir(FOLDER)[1]:
        if default_storage.get_modified_time(_path(key)) < oldest:
            discard(key)


def _path(key: str) -> str:
    return f"{FOLDER}/{key}"
