"""The invented city's bundle with one thing wrong each, and the sentence that has to be said about it."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from tests.bundles.state import edit

Break = Callable[[Path], None]

HOME, VILLES, ALDMOOR = "pages/fr.json", "pages/fr/villes.json", "pages/fr/villes/aldmoor.json"
SIGNATURE, ENGLISH = "pages/fr/actualites/signature-1999.json", "translations/en/villes/aldmoor.json"
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def change(file: str, function: Callable[[Any], Any]) -> Break:
    """Return what changes the JSON of a file."""
    return lambda folder: edit(folder / file, function)


def put(file: str, *path: Any, value: Any) -> Break:
    """Return what puts a value at a path of keys and numbers in a file."""

    def change_in(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change(file, change_in)


def drop(file: str, *path: Any) -> Break:
    """Return what takes the value at a path of keys and numbers out of a file."""

    def change_in(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return change(file, change_in)


def write(file: str, content: bytes) -> Break:
    """Return what writes other bytes into a file."""
    return lambda folder: (folder / file).write_bytes(content) and None


def swap(file: str, old: bytes, new: bytes) -> Break:
    """Return what writes other bytes in the place of some."""
    return lambda folder: (folder / file).write_bytes((folder / file).read_bytes().replace(old, new)) and None


def remove(file: str) -> Break:
    """Return what deletes a file."""
    return lambda folder: (folder / file).unlink()


def link(file: str, target: str) -> Break:
    """Return what puts a symbolic link in the place of a file."""

    def make(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).symlink_to(target)

    return make


def copy(file: str, name: str, **values: Any) -> Break:
    """Return what adds a page like another one, with some values changed."""

    def make(folder: Path) -> None:
        data = json.loads((folder / file).read_text(encoding="utf-8")) | values
        (folder / name).write_text(json.dumps(data), encoding="utf-8")

    return make


def picture(content: bytes) -> Break:
    """Return what gives the first picture other bytes, with their own SHA-256."""

    def make(folder: Path) -> None:
        key = sha256(content).hexdigest()
        (folder / "images" / f"{key}.jpg").write_bytes(content)
        entry = {"key": key, "file": f"images/{key}.jpg", "title": "x", "collection": [], "tags": []}
        edit(folder / "images.json", lambda entries: [*entries, entry])

    return make


def first_image(folder: Path) -> Path:
    """Return the file of the first picture."""
    return folder / json.loads((folder / "images.json").read_text(encoding="utf-8"))[0]["file"]


def spoil_first_image(folder: Path) -> None:
    """Change the bytes of a picture without changing its name."""
    path = first_image(folder)
    path.write_bytes(path.read_bytes() + b"\0")


def remove_first_image(folder: Path) -> None:
    """Delete the file of a picture."""
    first_image(folder).unlink()


def link_first_image(folder: Path) -> None:
    """Put a symbolic link in the place of a picture."""
    path = first_image(folder)
    target = folder.parent / "elsewhere.jpg"
    shutil.move(path, target)
    path.symlink_to(target)


def rename_locale(folder: Path) -> None:
    """Give the written locale a tag that no language has."""
    edit(folder / "bundle.json", lambda data: data["locales"][2].update(code="xx-simple"))


def circle(folder: Path) -> None:
    """Put two standard pages below each other."""
    first, second = UNKNOWN, UNKNOWN.replace("8", "9")
    values = {"type": "home.StandardPage", "fields": {"title": "x"}}
    copy(VILLES, "pages/fr/a.json", translation_key=first, parent=second, slug="a", **values)(folder)
    copy(VILLES, "pages/fr/b.json", translation_key=second, parent=first, slug="b", **values)(folder)


def double_index(folder: Path) -> None:
    """Add a second current index of events."""
    copy("pages/fr/actualites.json", "pages/fr/encore.json", translation_key=UNKNOWN, slug="encore")(folder)


def text_path(folder: Path) -> str:
    """Return the context path of the rich text that the English page of Aldmoor has."""
    strings = json.loads((folder / ENGLISH).read_text(encoding="utf-8"))["strings"]
    return next(path for path, text in strings.items() if isinstance(text, list))


def rich_fragments(*fragments: str) -> Break:
    """Return what gives the translated rich text other fragments."""
    return lambda folder: put(ENGLISH, "strings", text_path(folder), value=list(fragments))(folder)


def partial(spoil: Break) -> Break:
    """Return what spoils the English translation after saying that it is partial."""

    def make(folder: Path) -> None:
        put(ENGLISH, "partial", value=True)(folder)
        spoil(folder)

    return make


def without_pages(folder: Path) -> None:
    """Take out all pages and their translations."""
    for name in ("pages", "translations", "written"):
        shutil.rmtree(folder / name)


def png_named_jpg(folder: Path) -> None:
    """Add a picture whose file is of another kind than its ending says."""
    content = BytesIO()
    Image.new("RGB", (2, 2)).save(content, "PNG")
    picture(content.getvalue())(folder)


BODY = ("fields", "body")
LINK = (*BODY, 4, "value", "links", 0, "value")
