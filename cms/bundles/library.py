"""images.json and documents.json: the files a bundle brings along, and what is recorded about each."""

import hashlib
import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from PIL import Image, UnidentifiedImageError
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.bundles.errors import BundleError, reason_of
from cms.bundles.folder import Folder
from cms.bundles.record import Record, records
from cms.bundles.references import DOCUMENT, IMAGE
from cms.bundles.values import from_json

FILES = {IMAGE: "images.json", DOCUMENT: "documents.json"}
FOLDERS = {IMAGE: "images", DOCUMENT: "documents"}
PICTURE_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "AVIF": "avif"}
_KEY = re.compile(r"[0-9a-f]{64}(-[1-9][0-9]*)?")


@dataclass(frozen=True)
class Asset:
    """A picture or document: its key, its file, and the values of its model fields.

    The key is the SHA-256 of the file, with a number behind it where several entries share one file.
    """

    kind: str
    key: str
    path: Path
    name: str
    place: str
    collection: list[str]
    tags: list[str]
    values: dict[str, Any]


def asset_model(kind: str) -> type[models.Model]:
    """Return the model of pictures or of documents."""
    return get_image_model() if kind == IMAGE else get_document_model()


def recorded_fields(model: type[models.Model]) -> list[models.Field]:
    """Return the fields of a picture or document that people fill in, in the order of the model."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable and not (field.primary_key or field.is_relation or isinstance(field, models.FileField))
    ]


def read_library(folder: Folder, kind: str) -> list[Asset]:
    """Return the pictures or documents of a bundle, their files checked, or raise BundleError."""
    file = FILES[kind]
    assets = [_asset(folder, kind, record) for record in records(file, folder.read(file))]
    first: dict[str, Asset] = {}
    for asset in assets:
        if first.setdefault(asset.key, asset) is not asset:
            raise BundleError(file, f"{asset.place}.key", f"the key {asset.key} stands twice.")
    return assets


def _asset(folder: Folder, kind: str, record: Record) -> Asset:
    key, name = record.text("key"), record.text("file")
    if not _KEY.fullmatch(key):
        raise record.error("key", "must be the file's SHA-256 in hexadecimal digits.")
    path = folder.file(name, f"{record.place}.file", record.file)
    if Path(name).parent.as_posix() != FOLDERS[kind] or path.stem != key[:64]:
        raise record.error("file", f"must be {FOLDERS[kind]}/ and the SHA-256 with the file's ending, not “{name}”.")
    if _sha256(path) != key[:64]:
        raise record.error("file", f"the bytes of {name} do not have this SHA-256; the file was changed or cut off.")
    if kind == IMAGE:
        _check_picture(record, path)
    collection, tags = _names(record, "collection", 255), _names(record, "tags", 100)
    values = _values(record, asset_model(kind))
    record.finish()
    return Asset(kind, key, path, name, record.place, collection, tags, values)


def _names(record: Record, name: str, longest: int) -> list[str]:
    """Return names, none of them empty or longer than the database takes."""
    names = record.texts(name)
    if not all(0 < len(one) <= longest for one in names):
        raise record.error(name, f"each name must have from 1 to {longest} characters.")
    return names


def _values(record: Record, model: type[models.Model]) -> dict[str, Any]:
    values = {}
    for field in recorded_fields(model):
        if field.name not in record.data and field.name != "title":
            continue
        try:
            values[field.name] = from_json(field, record.value(field.name))
        except ValidationError as error:
            raise record.error(field.name, reason_of(error)) from None
    return values


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_picture(record: Record, path: Path) -> None:
    endings: Iterable[str] = PICTURE_ENDINGS.values()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as picture:
                ending = PICTURE_ENDINGS.get(picture.format or "")
                pixels = picture.width * picture.height
                _check_size(record, pixels)
                picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise record.error("file", f"{path.name} is no picture that can be opened.") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise record.error("file", f"{path.name} is too large a picture.") from None
    if ending is None or path.suffix != f".{ending}":
        raise record.error("file", f"{path.name} must be a picture of the kind its ending says: {', '.join(endings)}.")


def _check_size(record: Record, pixels: int) -> None:
    most = getattr(settings, "WAGTAILIMAGES_MAX_IMAGE_PIXELS", None)
    if most and pixels > most:
        raise record.error("file", f"the picture has {pixels} pixels; at most {most} are allowed.")
