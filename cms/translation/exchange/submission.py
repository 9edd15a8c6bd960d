"""wagtail-localize's records of pages that are to be translated."""

from collections.abc import Iterable
from uuid import UUID

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from cms.translation.exchange.commission import Commission, with_texts
from cms.translation.models import TranslationWork


def commissioned(pages: Iterable[Page], locale: Locale) -> list[Commission]:
    """Return a commission for each live source page, whose texts are those on the air now.

    Pages that nobody submitted yet get the records they need; no page in the other language is made or changed.
    Pages that somebody writes in the other language, instead of translating text by text, are left out.
    """
    pages = list(pages)
    keys = [page.translation_key for page in pages]
    sources = _sources(keys)
    translations = _translations(keys, locale)
    works = _works(keys, locale)
    written = _written(keys, locale)
    found = []
    for page in pages:
        source = sources.get((page.translation_key, page.locale_id))
        translation = translations.get(source.pk) if source else None
        if not (translation.enabled if translation else page.translation_key not in written):
            continue
        source = current_source(page, source)
        if translation is None:
            translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
        translation.source, translation.target_locale = source, locale
        found.append(Commission(translation, page, works.get(page.translation_key)))
    return with_texts(found)


def _sources(keys: list[UUID]) -> dict[tuple[UUID, int], TranslationSource]:
    records = TranslationSource.objects.filter(object_id__in=keys)
    related = records.select_related("locale__profile", "specific_content_type")
    return {(source.object_id, source.locale_id): source for source in related}


def _written(keys: list[UUID], locale: Locale) -> set[UUID]:
    rows = Page.objects.filter(translation_key__in=keys, locale=locale, alias_of=None)
    return set(rows.values_list("translation_key", flat=True))


def _translations(keys: list[UUID], locale: Locale) -> dict[int, Translation]:
    records = Translation.objects.filter(source__object_id__in=keys, target_locale=locale)
    return {record.source_id: record for record in records}


def _works(keys: list[UUID], locale: Locale) -> dict[UUID, TranslationWork]:
    works = TranslationWork.objects.filter(translation_key__in=keys, locale=locale)
    return {work.translation_key: work for work in works}


def current_source(page: Page, source: TranslationSource | None) -> TranslationSource:
    """Return the record of the page's live texts, made or renewed where it is missing or older than they are."""
    if source is None:
        return TranslationSource.get_or_create_from_instance(page)[0]
    if page.last_published_at and source.last_updated_at < page.last_published_at:
        source.update_from_db()
    return source
