"""Reading the files of a bundle, and nothing outside of it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from cms.bundles.errors import BundleError

FILES = ("bundle.json", "settings.json", "images.json", "documents.json", "redirects.json")
FOLDERS = ("images", "documents", "pages", "translations", "written")
BESIDE = (".md", ".txt")
"""What may lie beside them: notes for people."""
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
"""JSON can say NUL and halves of characters; databases and files cannot hold them."""


class Folder:
    """The folder of a bundle. Files are named by their path in it, with slashes.

    Every method raises BundleError for what is missing, unreadable or leads out of the folder.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_dir():
            raise BundleError(str(path), "", "there is no such folder.")
        self.path = path
        self._check_names()

    def read(self, name: str) -> Any:
        """Return the JSON value in the file."""
        try:
            text = self.file(name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise BundleError(name, "", "the file is not UTF-8 text.") from None
        except OSError as error:
            raise BundleError(name, "", f"the file cannot be read ({error.strerror}).") from None
        try:
            value = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse)
        except RecursionError:
            raise BundleError(name, "", "the file is nested too deeply.") from None
        except ValueError as error:
            raise BundleError(name, "", f"the file is not valid JSON ({error}).") from None
        for text in _texts(value):
            if found := _NO_CHARACTER.search(text):
                near = ascii(text[max(found.start() - 20, 0) : found.end() + 20])[1:-1]
                raise BundleError(name, "", f"“{near}” holds a character that cannot be stored; take it out.")
        return value

    def file(self, name: str, field: str = "", named_in: str = "") -> Path:
        """Return the path of a regular file. `named_in` and `field` say where its name was found."""
        parts = PurePosixPath(name).parts
        if name.startswith("/") or "\\" in name or ".." in parts or not parts:
            raise BundleError(named_in or name, field, f"“{name}” leads out of the bundle's folder.")
        path = self.path.joinpath(*parts)
        self._refuse_links(path, name)
        if not path.is_file():
            raise BundleError(named_in or name, field, f"the file {name} does not exist.")
        return path

    def json_files(self, folder: str) -> Iterator[str]:
        """Yield the names of all JSON files below one of FOLDERS, in a fixed order."""
        top = self.path / folder
        self._refuse_links(top, folder)
        for path in sorted(top.rglob("*")):
            name = path.relative_to(self.path).as_posix()
            self._refuse_links(path, name)
            if path.is_dir() or path.name.startswith("."):
                continue
            if path.suffix != ".json":
                raise BundleError(name, "", "only JSON files belong here.")
            yield name

    def _check_names(self) -> None:
        for path in sorted(self.path.iterdir()):
            known = path.name in FOLDERS if path.is_dir() else path.name in FILES
            if not known and path.suffix not in BESIDE and not path.name.startswith("."):
                raise BundleError(path.name, "", "no such file or folder belongs to a bundle.")

    def _refuse_links(self, path: Path, name: str) -> None:
        for part in (path, *path.parents):
            if part == self.path:
                return
            if part.is_symlink():
                raise BundleError(name, "", "symbolic links are not followed; put the file itself here.")


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a JSON value, keys included."""
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            todo += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            todo += one


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        doubled = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"“{doubled}” stands twice in one object")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
