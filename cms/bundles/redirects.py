"""redirects.json: old addresses that lead to pages or elsewhere."""

from dataclasses import dataclass

from wagtail.contrib.redirects.models import Redirect

from cms.bundles.errors import BundleError
from cms.bundles.folder import Folder
from cms.bundles.manifest import Manifest
from cms.bundles.outline import Outline
from cms.bundles.record import Record, records

FILE = "redirects.json"


@dataclass(frozen=True)
class RedirectEntry:
    """One redirect. Its target is a page in one locale, or an address elsewhere."""

    place: str
    old_path: str
    page: tuple[str, str] | None
    route: str
    link: str
    permanent: bool
    automatic: bool


def read_redirects(folder: Folder, manifest: Manifest, tree: Outline) -> list[RedirectEntry]:
    """Return the redirects of a bundle, or raise BundleError."""
    entries = [_entry(record, manifest) for record in records(FILE, folder.read(FILE))]
    places = {row.place for row in tree.rows}
    paths: set[str] = set()
    for entry in entries:
        if entry.page and entry.page not in places:
            raise BundleError(FILE, f"{entry.place}.page", f"no page in {entry.page[1]} has this translation_key.")
        if entry.old_path in paths:
            raise BundleError(FILE, f"{entry.place}.old_path", f"{entry.old_path} is redirected twice.")
        paths.add(entry.old_path)
    return entries


def _entry(record: Record, manifest: Manifest) -> RedirectEntry:
    page = record.optional_key("page")
    locale = record.choice("locale", list(manifest.locales)) if page else record.value("locale", type(None))
    entry = RedirectEntry(
        place=record.place,
        old_path=record.text("old_path"),
        page=(page, locale) if page else None,
        route=record.value("route", str),
        link=record.value("link", str),
        permanent=record.value("permanent", bool),
        automatic=record.value("automatic", bool),
    )
    record.finish()
    if Redirect.normalise_path(entry.old_path) != entry.old_path:
        normal = Redirect.normalise_path(entry.old_path)
        raise record.error("old_path", f"must be written as {normal}.")
    if bool(page) == bool(entry.link):
        raise record.error("link", "give a page or a link, one of them.")
    return entry
