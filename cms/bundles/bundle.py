"""A whole bundle, read and checked as far as that goes without writing anything."""

from dataclasses import dataclass
from pathlib import Path

from cms.bundles.folder import Folder
from cms.bundles.incoming import check_values
from cms.bundles.library import Asset, asset_model, read_library
from cms.bundles.manifest import Manifest, read_manifest
from cms.bundles.outline import Outline, RowKind, outline
from cms.bundles.page_files import read_pages, read_translations
from cms.bundles.record import Record
from cms.bundles.redirects import RedirectEntry, read_redirects
from cms.bundles.references import DOCUMENT, IMAGE, PAGE, KnownKeys
from cms.bundles.settings_file import read_settings


@dataclass(frozen=True)
class Bundle:
    """What load_content writes. `known` gets the primary keys as they are given."""

    manifest: Manifest
    assets: list[Asset]
    outline: Outline
    settings: Record
    redirects: list[RedirectEntry]
    known: KnownKeys


def read_bundle(path: Path) -> Bundle:
    """Return the bundle in the folder, or raise BundleError."""
    folder = Folder(path)
    manifest = read_manifest(folder)
    tree = outline(manifest, read_pages(folder, manifest), read_translations(folder, manifest))
    assets = [*read_library(folder, IMAGE), *read_library(folder, DOCUMENT)]
    known = _known(tree, assets)
    for row in tree.rows:
        if row.kind in (RowKind.SOURCE, RowKind.WRITTEN):
            check_values(row.page, known)
    return Bundle(manifest, assets, tree, read_settings(folder, known), read_redirects(folder, manifest, tree), known)


def _known(tree: Outline, assets: list[Asset]) -> KnownKeys:
    known = KnownKeys()
    for asset in assets:
        known.add(asset.kind, asset.key, asset_model(asset.kind))
    for row in tree.rows:
        known.add(PAGE, row.page.key, row.page.model)
    return known
