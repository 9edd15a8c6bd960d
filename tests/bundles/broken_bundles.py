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

CASES: dict[str, Break] = {
    "no bundle.json": remove("bundle.json"),
    "no settings.json": remove("settings.json"),
    "broken JSON": write(VILLES, b'{"type": '),
    "a key twice": write("settings.json", b'{"is_demo": true, "is_demo": false}'),
    "not a number": write("settings.json", b'{"home_latitude": NaN}'),
    "not UTF-8": write(VILLES, b'{"type": "\xe9"}'),
    "not an object": write(VILLES, b"[]"),
    "not a list": write("images.json", b"{}"),
    "no JSON file": write("pages/fr/notes.xml", b"<x/>"),
    "unknown file": write("pages.json", b"{}"),
    "a link to a file": link(VILLES, "/etc/hostname"),
    "wrong format": put("bundle.json", "format", value=2),
    "unknown locale": rename_locale,
    "locale twice": put("bundle.json", "locales", 1, "code", value="fr"),
    "unknown fallback": put("bundle.json", "locales", 1, "fallbacks", value=["de"]),
    "written with fallback": put("bundle.json", "locales", 2, "fallbacks", value=["fr"]),
    "source locale unknown": put("bundle.json", "source_locale", value="de"),
    "source locale written": put("bundle.json", "source_locale", value="fr-simple"),
    "other source locale": put("bundle.json", "source_locale", value="en"),
    "unknown direction": put("bundle.json", "locales", 0, "direction", value="up"),
    "missing key": drop(VILLES, "slug"),
    "unknown key": put(VILLES, "colour", value="red"),
    "wrong shape": put(VILLES, "position", value="0"),
    "no UUID": put(VILLES, "translation_key", value="villes"),
    "no moment": put(VILLES, "first_published_at", value="2026-03-01"),
    "unknown page type": put(VILLES, "type", value="home.CastlePage"),
    "no page type": put(VILLES, "type", value="images.CustomImage"),
    "page in unknown locale": put(VILLES, "locale", value="nl"),
    "page in other folder": put(VILLES, "locale", value="en"),
    "written page in pages": lambda folder: shutil.move(folder / "written/fr-simple.json", folder / "pages"),
    "unknown parent": put(ALDMOOR, "parent", value=UNKNOWN),
    "wrong parent type": lambda folder: put(
        ALDMOOR, "parent", value=json.loads((folder / HOME).read_text(encoding="utf-8"))["translation_key"]
    )(folder),
    "below the root": put(VILLES, "parent", value=None),
    "no page at all": without_pages,
    "circle": circle,
    "page twice": copy(VILLES, "pages/fr/encore.json"),
    "translation twice": copy(ENGLISH, "translations/en/encore.json"),
    "slug taken": put(VILLES, "slug", value="themes"),
    "slug too long": put(VILLES, "slug", value="é" * 61),
    "slug with spaces": put(VILLES, "slug", value="nos villes"),
    "facts of a written page": put("written/fr-simple.json", "fields", "notice_until", value=None),
    "unknown field": put(ALDMOOR, "fields", "mayor", value="x"),
    "no title": drop(ALDMOOR, "fields", "title"),
    "field of wrong shape": put(ALDMOOR, "fields", "latitude", value="54.5"),
    "field refused": put(ALDMOOR, "fields", "country", value="Great Britain"),
    "unknown choice": put(ALDMOOR, "fields", "relation", value="love"),
    "no date": put(SIGNATURE, "fields", "start_date", value="June 1999"),
    "page refused": put(SIGNATURE, "fields", "end_date", value="1998-01-01"),
    "two current indexes": double_index,
    "row refused": put(ALDMOOR, "fields", "local_names", 0, "language", value="English"),
    "row constraint": put(ALDMOOR, "fields", "status_periods", 0, "until", value="1990-01-01"),
    "row with unknown key": put(ALDMOOR, "fields", "websites", 0, "title", value="x"),
    "relation to nothing": put(ALDMOOR, "fields", "topic_links", 0, "topic", value={"page": UNKNOWN}),
    "relation to another type": lambda folder: put(
        ALDMOOR, "fields", "topic_links", 0, "topic",
        value={"page": json.loads((folder / VILLES).read_text(encoding="utf-8"))["translation_key"]},
    )(folder),
    "no reference": put(ALDMOOR, "fields", "topic_links", 0, "topic", value=5),
    "unknown block": put(ALDMOOR, *BODY, 0, "type", value="carousel"),
    "unknown block field": put(ALDMOOR, *BODY, 0, "value", "size", value="large"),
    "block without id": drop(ALDMOOR, *BODY, 0, "id"),
    "block id with a dot": put(ALDMOOR, *BODY, 0, "id", value="a.b"),
    "block id twice": lambda folder: put(
        ALDMOOR, *BODY, 1, "id", value=json.loads((folder / ALDMOOR).read_text(encoding="utf-8"))["fields"]["body"][0]["id"]
    )(folder),
    "block value of wrong shape": put(ALDMOOR, *BODY, 0, "value", "text", value=5),
    "block refused": put(ALDMOOR, *LINK, "email", value="a@belrive.example"),
    "block address refused": put(ALDMOOR, *LINK, "url", value="javascript:alert(1)"),
    "image in a block unknown": put(
        ALDMOOR, "fields", "lead_picture", 0, "value", "picture", "image", value={"image": "0" * 64}
    ),
    "link to nothing": put(ALDMOOR, *BODY, 1, "value", value=f'<p><a linktype="page" key="{UNKNOWN}">x</a></p>'),
    "link without key": put(ALDMOOR, *BODY, 1, "value", value='<p><a linktype="page" id="1">x</a></p>'),
    "script in rich text": put(ALDMOOR, *BODY, 1, "value", value="<p>x</p><script>alert(1)</script>"),
    "handler in rich text": put(ALDMOOR, *BODY, 1, "value", value='<p onclick="alert(1)">x</p>'),
    "script address in rich text": put(ALDMOOR, *BODY, 1, "value", value='<p><a href="javascript:alert(1)">x</a></p>'),
    "publishing problem": put(HOME, "fields", "intro", value="{count:castles} castles"),
    "no alt text": put(ALDMOOR, "fields", "lead_picture", 0, "value", "picture", "alt_text", value=""),
    "picture without credit": lambda folder: (
        put("images.json", 1, "author", value="")(folder),
        put("images.json", 0, "author", value="")(folder),
    ),
    "unknown licence": put("images.json", 0, "licence", value="WTFPL"),
    "picture field refused": put("images.json", 0, "author", value="n/a"),
    "waiver not filed": put("images.json", 0, "no_credit_reason", value="waived"),
    "picture twice": change("images.json", lambda entries: [*entries, entries[0]]),
    "picture outside the folder": put("images.json", 0, "file", value="../elsewhere.jpg"),
    "picture at an absolute path": put("images.json", 0, "file", value="/etc/hostname"),
    "picture in another folder": put("images.json", 0, "file", value="settings.json"),
    "picture missing": remove_first_image,
    "picture is a link": link_first_image,
    "picture changed": spoil_first_image,
    "picture that is none": picture(b"GIF89a is how this begins"),
    "picture of another kind": png_named_jpg,
    "no SHA-256": put("images.json", 0, "key", value="pont"),
    "unknown document": put("settings.json", "logo", value={"image": "pont"}),
    "setting refused": put("settings.json", "accent", value="green"),
    "unknown setting": put("settings.json", "font", value="Fraktur"),
    "translation of nothing": put(ENGLISH, "translation_key", value=UNKNOWN),
    "text without segment": put(ENGLISH, "strings", "mayor", value="x"),
    "segment without text": drop(ENGLISH, "strings", "intro"),
    "empty text": put(ENGLISH, "strings", "intro", value=" "),
    "plain text as a list": put(ENGLISH, "strings", "intro", value=["A town"]),
    "rich text as a text": lambda folder: put(ENGLISH, "strings", text_path(folder), value="x")(folder),
    "too few fragments": rich_fragments("One"),
    "block tag in a fragment": rich_fragments("<p>One</p>", "2", "3", "4"),
    "unknown link in a fragment": rich_fragments("1", "2", "3", '<a id="a9">4</a>'),
    "translation makes a page refused": put(ENGLISH, "strings", "partner_body", value="x" * 256),
    "override of nothing": put(ENGLISH, "overrides", "body.x", value="x"),
    "override refused": lambda folder: edit(
        folder / ENGLISH, lambda data: data["overrides"].update({list(data["overrides"])[0]: "javascript:alert(1)"})
    ),
    "override of another kind": lambda folder: edit(
        folder / ENGLISH,
        lambda data: data["overrides"].update({path: "x" for path in data["overrides"] if path.endswith("image")}),
    ),
    "redirect to nothing": put("redirects.json", 1, "page", value=UNKNOWN),
    "redirect written otherwise": put("redirects.json", 1, "old_path", value="vieux-pacte/"),
    "redirect twice": put("redirects.json", 1, "old_path", value="/wiki"),
    "redirect with two targets": put("redirects.json", 1, "link", value="https://x.example/"),
}
