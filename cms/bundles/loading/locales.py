"""Locales with their profiles, and which of them follow the source language."""

from collections.abc import Iterable

from wagtail.models import Locale
from wagtail_localize.models import LocaleSynchronization

from cms.bundles.errors import validate
from cms.bundles.manifest import FILE, BundleLocale, Manifest
from cms.core.models import LocaleProfile


def create_locales(manifest: Manifest) -> dict[str, Locale]:
    """Return the locales of the bundle by code, each with the profile the bundle gives it."""
    codes = list(manifest.locales)
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in codes}
    for number, code in enumerate(codes):
        profile = LocaleProfile.objects.filter(locale=locales[code]).first() or LocaleProfile(locale=locales[code])
        _set(profile, manifest.locales[code])
        validate(profile, FILE, f"locales[{number}]")
        profile.save()
    return locales


def let_locales_follow(manifest: Manifest, locales: dict[str, Locale]) -> None:
    """Record that pages created in the source language get a stand-in in every translated locale.

    Not by `save`, which would at once go through the whole tree again for each of them.
    """
    source = locales[manifest.source_locale]
    following = [locales[code] for code in _translated(manifest) if code != manifest.source_locale]
    LocaleSynchronization.objects.filter(locale__in=following).delete()
    LocaleSynchronization.objects.bulk_create(
        LocaleSynchronization(locale=locale, sync_from=source) for locale in following
    )


def _translated(manifest: Manifest) -> Iterable[str]:
    return (code for code, locale in manifest.locales.items() if not locale.is_written)


def _set(profile: LocaleProfile, locale: BundleLocale) -> None:
    profile.own_name = locale.own_name
    profile.direction = locale.direction
    profile.order = locale.order
    profile.is_public = locale.public
    profile.mode = locale.mode
    profile.fallbacks = " ".join(locale.fallbacks)
    profile.exchange_code = locale.exchange_code
    profile.digits = locale.digits
