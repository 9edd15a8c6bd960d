"""From the live content of a site to a bundle."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail_localize.models import StringTranslation, Translation

from cms.bundles import manifest as manifest_file
from cms.bundles import redirects, settings_file
from cms.bundles.errors import BundleError
from cms.bundles.exporting.folder import new_folder, write_json
from cms.bundles.exporting.outgoing import Outgoing, outgoing_fields, outgoing_value
from cms.bundles.exporting.shelf import Shelf
from cms.bundles.exporting.translations import outgoing_texts
from cms.bundles.exporting.tree import LivePage, LiveTree, live_tree
from cms.bundles.library import FILES
from cms.bundles.manifest import BundleLocale, Manifest
from cms.bundles.outline import RowKind
from cms.bundles.references import PAGE
from cms.bundles.values import to_json
from cms.core.models import BasePage, LocaleProfile, SiteSettings
from cms.core.progress import Progress, silent


def export_bundle(path: Path, progress: Progress = silent) -> list[str]:
    """Write what is live into the folder `path`, which must be empty or absent.

    Returns a sentence for everything that had to be left out. Raises BundleError and writes nothing where a page
    refers to something a bundle cannot hold.
    """
    with new_folder(path) as folder, translation.override("en"):
        with transaction.atomic():
            export = _Export(progress)
            files = export.files()
        for number, (name, data) in enumerate(files.items()):
            progress("Writing pages", number, len(files))
            write_json(folder, name, data)
        for kind in FILES:
            progress("Writing files", 0, 1)
            export.shelf.copy(kind, folder)
    return export.notes


class _Export:
    """One export under way. It is also what tells references their keys."""

    def __init__(self, progress: Progress) -> None:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        if site is None:
            raise BundleError("pages", "", "this site has no front page yet, so there is nothing to write.")
        self.shelf, self.notes = Shelf(), []
        self._progress, self._site = progress, site
        self._manifest = _manifest(site)
        self._tree: LiveTree = live_tree(self._manifest, site.root_page)
        self._keys = dict(Page.objects.filter(depth__gt=1).values_list("pk", "translation_key"))
        self._known = self._tree.keys
        self._places = {(one.key, one.locale) for one in self._tree.pages}
        if not self._tree.pages:
            raise BundleError("pages", "", "this site has no live page yet, so there is nothing to write.")
        self.notes += self._tree.notes

    def key(self, kind: str, pk: int) -> str | None:
        """Return the key of an object that a page refers to."""
        if kind != PAGE:
            return self.shelf.key(kind, pk)
        key = str(self._keys.get(pk, ""))
        return key if key in self._known else None

    def files(self) -> dict[str, Any]:
        """Return the content of all JSON files by name."""
        files: dict[str, Any] = {manifest_file.FILE: self._manifest.as_json(), settings_file.FILE: self._settings()}
        for number, one in enumerate(self._tree.pages):
            self._progress("Reading pages", number, len(self._tree.pages))
            files[one.file] = self._translation(one) if one.kind is RowKind.TRANSLATION else self._page(one)
        files |= {name: self.shelf.entries(kind) for kind, name in FILES.items()}
        return files | {redirects.FILE: self._redirects()}

    def _settings(self) -> dict[str, Any]:
        row = SiteSettings.objects.first() or SiteSettings()
        way = Outgoing(settings_file.FILE, self)
        return {field.name: outgoing_value(field, row, way, field.name) for field in settings_file.settings_fields()}

    def _page(self, one: LivePage) -> dict[str, Any]:
        has_source = one.kind is RowKind.WRITTEN and one.key in self._tree.sources
        return {
            "type": one.page._meta.label,
            "translation_key": one.key,
            "parent": one.parent,
            "locale": one.locale,
            "position": one.position,
            "slug": one.page.slug,
            **_times(one),
            "fields": outgoing_fields(one.page, one.file, self, is_written=has_source),
        }

    def _translation(self, one: LivePage) -> dict[str, Any]:
        source = self._tree.sources[one.key]
        texts = outgoing_texts(source.page, one.page, Outgoing(one.file, self), _recorded(one.page))
        if texts.lost:
            self.notes.append(f"{one.file}: {texts.lost} texts no longer fit the source page and are left out.")
        return {
            "translation_key": one.key,
            "locale": one.locale,
            "slug": one.page.slug,
            **_times(one),
            "partial": bool(texts.missing),
            "strings": texts.strings,
            "overrides": texts.overrides,
        }

    def _redirects(self) -> list[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for redirect in Redirect.objects.select_related("redirect_page__locale").order_by("site_id", "pk"):
            entry = self._redirect(redirect)
            if entry:
                found[redirect.old_path] = entry
        return [found[old_path] for old_path in sorted(found)]

    def _redirect(self, redirect: Redirect) -> dict[str, Any] | None:
        page = redirect.redirect_page
        if page is not None and not self._will_be_there(page):
            return None
        return {
            "old_path": redirect.old_path,
            "page": str(page.translation_key) if page else None,
            "locale": page.locale.language_code if page else None,
            "route": redirect.redirect_page_route_path,
            "link": "" if page else redirect.redirect_link,
            "permanent": redirect.is_permanent,
            "automatic": redirect.automatically_created,
        }

    def _will_be_there(self, page: Page) -> bool:
        """Return whether loading makes this row: as a page of its own, or as a stand-in for a source page."""
        key, code = str(page.translation_key), page.locale.language_code
        return (key, code) in self._places or bool(page.alias_of_id and page.live and key in self._tree.sources)


def _manifest(site: Site) -> Manifest:
    found = LocaleProfile.objects.select_related("locale")
    profiles = sorted(found, key=lambda profile: (profile.order, profile.locale.language_code))
    locales = [
        BundleLocale(
            code=profile.locale.language_code,
            own_name=profile.own_name,
            direction=profile.direction,
            order=profile.order,
            public=profile.is_public,
            mode=profile.mode,
            fallbacks=profile.fallbacks.split(),
            exchange_code=profile.exchange_code,
            digits=profile.digits,
        )
        for profile in profiles
    ]
    return Manifest(settings.LANGUAGE_CODE, site.site_name, {locale.code: locale for locale in locales})


def _recorded(page: BasePage) -> set[str] | None:
    """Return the context paths of which wagtail-localize knows a translation, None where it does not look after it."""
    key, locale = page.translation_key, page.locale_id
    if not Translation.objects.filter(source__object_id=key, target_locale=locale, enabled=True).exists():
        return None
    found = StringTranslation.objects.filter(context__object_id=key, locale=locale)
    return set(found.values_list("context__path", flat=True))


def _times(one: LivePage) -> dict[str, Any]:
    return {name: to_json(getattr(one.page, name)) for name in ("first_published_at", "last_published_at", "expire_at")}
