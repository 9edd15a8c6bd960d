"""Starting translations: the record of wagtail-localize and the draft that belongs to it."""

from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from cms.core.models import LocaleProfile


def submit(source_page: Page, locale: Locale, user: Any) -> Translation | None:
    """Return the translation of a page into a language, made with a draft where there is none yet.

    None where the page is not to be translated but is, or will be, written: in languages that are written, and where
    somebody wrote the page or stopped its translation. Nothing is published. Raises ValidationError where the draft
    cannot be saved.
    """
    known = Translation.objects.filter(source__object_id=source_page.translation_key, target_locale=locale).first()
    if known:
        return known if known.enabled else None
    if _is_written(locale) or _has_own_page(source_page, locale):
        return None
    instance = source_page.specific if source_page.live else source_page.get_latest_revision_as_object()
    source, _created = TranslationSource.get_or_create_from_instance(instance)
    translation = Translation.objects.create(source=source, target_locale=locale)
    translation.save_target(user=user, publish=False)
    return translation


def _is_written(locale: Locale) -> bool:
    return LocaleProfile.objects.filter(locale=locale, mode=LocaleProfile.Mode.WRITTEN).exists()


def _has_own_page(source_page: Page, locale: Locale) -> bool:
    rows = Page.objects.filter(translation_key=source_page.translation_key, locale=locale)
    return rows.filter(alias_of=None).exists()
