"""The pages that work is about, looked up together."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from cms.core.models import Edition
from cms.translation.models import TranslationWork

SECTION_DEPTH = 3


class WorkPages:
    """Source, target, section and translation of some work. Four queries, whatever its number."""

    def __init__(self, works: Iterable[TranslationWork]) -> None:
        self._keys = {work.translation_key for work in works}

    def target(self, work: TranslationWork) -> Page | None:
        """Return the page in the language of the work, or None where there is none."""
        rows = self._rows.get(work.translation_key, ())
        return next((row for row in rows if row.locale_id == work.locale_id), None)

    def source(self, work: TranslationWork) -> Page | None:
        """Return the page the work begins with; one that nobody published yet is told by what it was submitted in."""
        rows = self._rows.get(work.translation_key, [])
        published = (row for row in rows if kind_of(row) == Edition.Kind.SOURCE)
        submitted = (row for row in rows if row.locale_id in self._source_locales.get(work.translation_key, ()))
        own = (row for row in rows if row.alias_of_id is None and row.locale_id != work.locale_id)
        return next((row for rows in (published, submitted, own) for row in rows), None)

    def section(self, work: TranslationWork) -> str:
        """Return the title of the page below the front page that the work's source is or stands under."""
        source = self.source(work)
        return self._sections.get(section_path(source), "") if source else ""

    def translation(self, work: TranslationWork) -> Translation | None:
        """Return wagtail-localize's record, None for what is written and not translated."""
        return self._translations.get((work.translation_key, work.locale_id))

    @cached_property
    def _rows(self) -> dict[Any, list[Page]]:
        found: dict[Any, list[Page]] = {}
        rows = Page.objects.filter(translation_key__in=self._keys).select_related("locale", "edition__basis")
        for row in rows.order_by("pk"):
            found.setdefault(row.translation_key, []).append(row)
        return found

    @cached_property
    def _source_locales(self) -> dict[Any, list[int]]:
        found: dict[Any, list[int]] = {}
        for key, locale_id in TranslationSource.objects.filter(object_id__in=self._keys).values_list(
            "object_id", "locale_id"
        ):
            found.setdefault(key, []).append(locale_id)
        return found

    @cached_property
    def _sections(self) -> dict[str, str]:
        paths = {section_path(row) for rows in self._rows.values() for row in rows}
        return {page.path: page.get_admin_display_title() for page in Page.objects.filter(path__in=paths)}

    @cached_property
    def _translations(self) -> dict[tuple[Any, int], Translation]:
        records = Translation.objects.filter(source__object_id__in=self._keys, enabled=True).select_related("source")
        return {(record.source.object_id, record.target_locale_id): record for record in records}


def kind_of(page: Page) -> str | None:
    """Return the kind of edition a page is; None for one that does not count in its language."""
    return page.edition.kind if hasattr(page, "edition") else None


def translation_of(work: TranslationWork) -> Translation | None:
    """Return wagtail-localize's record of the translation the work is about, or None."""
    return WorkPages([work]).translation(work)


def page_of(work: TranslationWork) -> Page | None:
    """Return the page in the language of the work, or None."""
    return WorkPages([work]).target(work)


def section_path(page: Page) -> str:
    """Return the tree path of the page below the front page that the page is or stands under."""
    return page.path[: Page.steplen * SECTION_DEPTH]
