"""The files of a bundle that hold pages, and those that hold their translations."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps

from cms.bundles.errors import BundleError
from cms.bundles.folder import Folder
from cms.bundles.manifest import Manifest
from cms.bundles.page_fields import plain_values
from cms.bundles.record import Record
from cms.core.models import BasePage

PAGES, TRANSLATIONS, WRITTEN = "pages", "translations", "written"
MOST_POSITION = 10**6


@dataclass(frozen=True)
class Times:
    """When a version of a page went live, and when it will leave."""

    first_published_at: datetime
    last_published_at: datetime
    expire_at: datetime | None


@dataclass(frozen=True)
class PageFile:
    """A whole page: a source page, or one written in its locale.

    `fields` is JSON as it stands in the file; `plain` holds the values of those that JSON can say as they are.
    """

    file: str
    model: type[BasePage]
    key: str
    parent: str | None
    locale: str
    position: int
    slug: str
    times: Times
    fields: dict[str, Any]
    plain: dict[str, Any]
    is_written: bool


@dataclass(frozen=True)
class TranslationFile:
    """The texts of a source page in another language, by wagtail-localize's context path."""

    file: str
    key: str
    locale: str
    slug: str
    times: Times
    partial: bool
    strings: dict[str, Any]
    overrides: dict[str, Any]


def read_pages(folder: Folder, manifest: Manifest) -> list[PageFile]:
    """Return source pages and written pages, or raise BundleError."""
    return [
        _page(_record(folder, name, manifest, written=top == WRITTEN), written=top == WRITTEN)
        for top in (PAGES, WRITTEN)
        for name in folder.json_files(top)
    ]


def read_translations(folder: Folder, manifest: Manifest) -> list[TranslationFile]:
    """Return translations, or raise BundleError."""
    return [_translation(_record(folder, name, manifest)) for name in folder.json_files(TRANSLATIONS)]


def _record(folder: Folder, name: str, manifest: Manifest, written: bool = False) -> Record:
    """Return the content of a file whose locale is known and the one of its folder."""
    record = Record(name, folder.read(name))
    code = record.choice("locale", list(manifest.locales))
    named = name.split("/")[1].removesuffix(".json")
    if named != code:
        raise record.error("locale", f"is “{code}”, but the file lies under “{named}”.")
    if manifest.locales[code].is_written != written:
        belongs = "in written/" if not written else "in pages/ or translations/"
        raise record.error("locale", f"pages of this locale, by its mode in bundle.json, belong {belongs}.")
    return record


def _page(record: Record, written: bool) -> PageFile:
    model, fields = _model(record), record.value("fields", dict)
    page = PageFile(
        file=record.file,
        model=model,
        key=record.key("translation_key"),
        parent=record.optional_key("parent"),
        locale=record.text("locale"),
        position=_position(record),
        slug=record.text("slug"),
        times=_times(record),
        fields=fields,
        plain=plain_values(record.file, model, fields),
        is_written=written,
    )
    record.finish()
    return page


def _translation(record: Record) -> TranslationFile:
    translation = TranslationFile(
        file=record.file,
        key=record.key("translation_key"),
        locale=record.text("locale"),
        slug=record.text("slug"),
        times=_times(record),
        partial=record.value("partial", bool),
        strings=record.value("strings", dict),
        overrides=record.value("overrides", dict),
    )
    record.finish()
    for path, text in translation.strings.items():
        _check_text(record.file, path, text)
    return translation


def _check_text(file: str, path: str, text: Any) -> None:
    fragments = text if isinstance(text, list) else [text]
    if not fragments or not all(isinstance(one, str) and one.strip() for one in fragments):
        raise BundleError(file, f"strings.{path}", "must be a text, or a list of texts, and none may be empty.")


def _model(record: Record) -> type[BasePage]:
    label = record.text("type")
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        model = None
    if model is None or not issubclass(model, BasePage):
        raise record.error("type", f"this site has no page type “{label}”.")
    return model


def _position(record: Record) -> int:
    position = record.value("position", int)
    if not 0 <= position <= MOST_POSITION:
        raise record.error("position", f"must be from 0 to {MOST_POSITION}.")
    return position


def _times(record: Record) -> Times:
    return Times(
        record.moment("first_published_at"), record.moment("last_published_at"), record.optional_moment("expire_at")
    )
