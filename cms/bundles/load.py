"""From a bundle to an empty site, all or nothing."""

from pathlib import Path

from django.db import DatabaseError, transaction
from django.utils import translation
from wagtail.models import Locale, Page

from cms.bundles import redirects
from cms.bundles.bundle import Bundle, read_bundle
from cms.bundles.errors import BundleError, reason_of_system
from cms.bundles.loading import indexes, site
from cms.bundles.loading.assets import create_asset
from cms.bundles.loading.bases import record_bases
from cms.bundles.loading.contents import fill, filled_page, go_live, take_facts
from cms.bundles.loading.files import files_taken_back
from cms.bundles.loading.history import record_publication
from cms.bundles.loading.locales import create_locales, let_locales_follow
from cms.bundles.loading.localize import TranslatedSource, record_translations
from cms.bundles.loading.publication import check_children, save_live, save_unasked
from cms.bundles.loading.rows import Rows, create_rows
from cms.bundles.loading.translations import Translated, translate
from cms.bundles.manifest import FILE
from cms.bundles.outline import Row, RowKind
from cms.bundles.page_files import PAGES
from cms.core.models import BasePage
from cms.core.progress import Progress, silent
from cms.publishing.changes.comparison import compared_once
from cms.translation.memory import learn_existing

LAST_STEPS = 40
"""What indexing at the end counts for on the progress bar."""


def is_empty_site() -> bool:
    """Return whether there is no page but, at most, the one without revisions that an installation begins with."""
    pages = list(Page.objects.filter(depth__gt=1)[:2])
    return not pages or (len(pages) == 1 and pages[0].latest_revision_id is None)


def load_bundle(path: Path, progress: Progress = silent) -> None:
    """Write the bundle in the folder into the empty site, or raise BundleError and leave everything as it was."""
    progress("Reading the bundle", 0, 1)
    with translation.override("en"):
        try:
            bundle = read_bundle(path)
        except OSError as error:
            raise BundleError(str(path), "", f"the bundle cannot be read ({reason_of_system(error)}).") from error
        _write(_Load(bundle, progress))


def _write(load: "_Load") -> None:
    try:
        with files_taken_back() as keep_files, transaction.atomic():
            transaction.on_commit(keep_files)
            _check_emptiness()
            load.run()
    except BundleError:
        raise
    except OSError as error:
        raise BundleError(load.file, "", f"this cannot be loaded ({reason_of_system(error)}).") from error
    except DatabaseError as error:
        raise BundleError(load.file, "", f"the database refused it ({error}).") from error
    except Exception as error:
        error.add_note(f"This happened at {load.file} of the bundle. Nothing was changed.")
        raise


def _check_emptiness() -> None:
    if not is_empty_site():
        raise BundleError(FILE, "", "this site has pages already; a bundle is loaded into an empty site only.")


class _Load:
    """One load under way, inside its transaction. `file` is the one of the bundle that it is at."""

    def __init__(self, bundle: Bundle, progress: Progress) -> None:
        self.bundle, self.tree, self.known = bundle, bundle.outline, bundle.known
        self.file = FILE
        self._progress, self._done = progress, 0
        self._total = len(bundle.assets) + 2 * len(self.tree.rows) + LAST_STEPS

    def run(self) -> None:
        """Write everything, and index it once at the end."""
        with compared_once(), indexes.indexes_at_rest():
            self._write()
        self._step("Indexing for search", FILE, 0)
        indexes.rebuild_search_index()
        self._step("Indexing references", FILE, LAST_STEPS // 2)
        indexes.rebuild_reference_index()

    def _write(self) -> None:
        locales = create_locales(self.bundle.manifest)
        for asset in self.bundle.assets:
            self._step("Loading files", asset.name)
            self.known.give(asset.kind, asset.key, create_asset(asset))
        self._step("Loading pages", PAGES, 0)
        site.remove_initial_page()
        pages = create_rows(self.tree, locales, self.known)
        self._step("Loading pages", FILE, len(pages))
        site.create_site(pages[self.tree.home.place], self.bundle.manifest.site_name)
        site.save_settings(self.bundle)
        self._fill(pages)
        translations = self._translate(pages, locales)
        self._step("Loading translations", PAGES, 0)
        record_publication((pages[row.place], row.kind) for row in self.tree.rows)
        record_translations(
            TranslatedSource(pages[row.place], translations[row.page.key])
            for row in self.tree.rows
            if row.kind is RowKind.SOURCE and row.page.key in translations
        )
        record_bases(self.tree.rows, pages, translations)
        learn_existing()
        self._step("Loading redirects", redirects.FILE, 0)
        site.create_redirects(self.bundle.redirects, pages)
        let_locales_follow(self.bundle.manifest, locales)

    def _fill(self, pages: Rows) -> None:
        sources = {row.page.key: row for row in self.tree.rows if row.kind is RowKind.SOURCE}
        for row in self.tree.rows:
            if row.kind is RowKind.TRANSLATION:
                continue
            self._step("Loading pages", row.file)
            page = pages[row.place]
            fill(page, row.page, self.known)
            if row.kind is RowKind.WRITTEN and row.page.key in sources:
                take_facts(page, filled_page(sources[row.page.key].page, self.known))
            self._save(page, row)

    def _save(self, page: BasePage, row: Row) -> None:
        go_live(page, row.times)
        if row.kind is RowKind.ALIAS:
            save_unasked(page, row.file)
            return
        if row.kind is not RowKind.TRANSLATION:
            check_children(page, row.file)
        save_live(page, row.file)

    def _translate(self, pages: Rows, locales: dict[str, Locale]) -> dict[str, list[Translated]]:
        """Return the translations by translation key."""
        made: dict[str, list[Translated]] = {}
        for row in self.tree.rows:
            if row.kind is RowKind.TRANSLATION:
                self._step("Loading translations", row.file)
                page = pages[row.place]
                translated = translate(page, row, locales[row.page.locale], self.known)
                self._save(page, row)
                made.setdefault(row.page.key, []).append(translated)
        return made

    def _step(self, label: str, file: str, steps: int = 1) -> None:
        """Tell what comes now, and at which file."""
        self.file = file
        self._done += steps
        self._progress(label, self._done, self._total)
