"""bundle.json: the format, the source language and the locales."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from cms.bundles.errors import BundleError
from cms.bundles.folder import Folder
from cms.bundles.record import Record, records
from cms.core.models import LocaleProfile

FILE = "bundle.json"
FORMAT = 1


@dataclass(frozen=True)
class BundleLocale:
    """One locale as in LocaleProfile."""

    code: str
    own_name: str
    direction: str
    order: int
    public: bool
    mode: str
    fallbacks: list[str]
    exchange_code: str
    digits: str

    @property
    def is_written(self) -> bool:
        """Return whether its pages are written rather than translated."""
        return self.mode == LocaleProfile.Mode.WRITTEN


@dataclass(frozen=True)
class Manifest:
    """What bundle.json says. `locales` are by code, in the order of the file."""

    source_locale: str
    site_name: str
    locales: dict[str, BundleLocale]

    def as_json(self) -> dict[str, Any]:
        """Return the content of the file."""
        return {
            "format": FORMAT,
            "source_locale": self.source_locale,
            "site_name": self.site_name,
            "locales": [vars(locale) for locale in self.locales.values()],
        }


def read_manifest(folder: Folder) -> Manifest:
    """Return what bundle.json says, or raise BundleError."""
    record = Record(FILE, folder.read(FILE))
    found = record.value("format")
    if found != FORMAT or isinstance(found, bool):
        raise record.error("format", f"this program reads format {FORMAT}, not {found!r}.")
    source, site_name = record.text("source_locale"), record.value("site_name", str)
    locales = [_locale(one) for one in records(FILE, record.value("locales"), "locales")]
    record.finish()
    manifest = Manifest(source, site_name, {locale.code: locale for locale in locales})
    _check(manifest, locales)
    return manifest


def _locale(record: Record) -> BundleLocale:
    made = BundleLocale(
        code=_known_code(record),
        own_name=record.text("own_name"),
        direction=record.choice("direction", LocaleProfile.Direction.values),
        order=record.value("order", int),
        public=record.value("public", bool),
        mode=record.choice("mode", LocaleProfile.Mode.values),
        fallbacks=record.texts("fallbacks"),
        exchange_code=record.value("exchange_code", str),
        digits=record.choice("digits", LocaleProfile.Digits.values),
    )
    record.finish()
    if made.is_written and made.fallbacks:
        raise record.error("fallbacks", "a written locale never falls back to another one.")
    return made


def _known_code(record: Record) -> str:
    code = record.text("code")
    if code not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
        raise record.error("code", f"“{code}” is no language this program knows; write a tag such as de or pt-br.")
    return code


def _check(manifest: Manifest, locales: list[BundleLocale]) -> None:
    codes = [locale.code for locale in locales]
    for number, locale in enumerate(locales):
        place = f"locales[{number}]"
        if codes.count(locale.code) > 1:
            raise BundleError(FILE, f"{place}.code", f"the locale {locale.code} stands twice.")
        for code in locale.fallbacks:
            if code not in codes:
                raise BundleError(FILE, f"{place}.fallbacks", f"“{code}” is none of the locales of this bundle.")
    if manifest.source_locale not in codes or manifest.locales[manifest.source_locale].is_written:
        raise BundleError(
            FILE, "source_locale", f"“{manifest.source_locale}” must be one of the locales, in the mode translated."
        )
    if manifest.source_locale != settings.LANGUAGE_CODE:
        raise BundleError(
            FILE,
            "source_locale",
            f"the source language of this bundle is {manifest.source_locale}, that of this installation "
            f"{settings.LANGUAGE_CODE}; begin a new installation with LANGUAGE_CODE={manifest.source_locale}.",
        )
