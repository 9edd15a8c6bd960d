"""wagtail-localize's records of the translations that were loaded, made in bulk.

They are the rows that `TranslationSource.update_or_create_from_instance` and the translation editor would have
made; a test holds them against that.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid5

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    String,
    StringSegment,
    StringTranslation,
    Template,
    TemplateSegment,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationLog,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue

from cms.bundles.loading.translations import Translated
from cms.bundles.segments import PageSegments
from cms.core.models import BasePage

BATCH = 500


@dataclass(frozen=True)
class TranslatedSource:
    """A saved source page with its translations, at least one."""

    page: BasePage
    translations: list[Translated]

    @property
    def segments(self) -> PageSegments:
        """Return the segments of the source page."""
        return self.translations[0].segments


def record_translations(sources: Iterable[TranslatedSource]) -> None:
    """Write the records of all translations. Their revisions must exist already."""
    records = _Records()
    for source in sources:
        records.add(source)
    records.save()


class _Records:
    """Rows by model, in the order in which they refer to each other; strings and templates only once."""

    def __init__(self) -> None:
        self._rows: dict[type[models.Model], list[models.Model]] = {}
        self._known: dict[Any, Any] = {}
        self._schema_versions: dict[str, str] = {}
        self._page_type = ContentType.objects.get_for_model(Page)

    def add(self, source: TranslatedSource) -> None:
        """Take up one source page."""
        page = source.page
        translated = self._made(TranslatableObject(translation_key=page.translation_key, content_type=self._page_type))
        row = self._made(self._source(page, translated))
        for segment in source.segments.every:
            self._add_segment(row, page, segment)
        for translation in source.translations:
            self._add_translation(row, source, translation)

    def save(self) -> None:
        """Write all rows."""
        for model, rows in self._rows.items():
            model._default_manager.bulk_create(rows, batch_size=BATCH)

    def _made(self, row: models.Model) -> Any:
        self._rows.setdefault(type(row), []).append(row)
        return row

    def _once(self, key: Any, make: Any) -> Any:
        if key not in self._known:
            self._known[key] = self._made(make())
        return self._known[key]

    def _source(self, page: BasePage, translated: TranslatableObject) -> TranslationSource:
        label = page._meta.app_label
        if label not in self._schema_versions:
            self._schema_versions[label] = get_schema_version(label)
        return TranslationSource(
            object=translated,
            locale=page.locale,
            specific_content_type=ContentType.objects.get_for_model(type(page)),
            object_repr=str(page)[:200],
            content_json=page.to_json(),
            schema_version=self._schema_versions[label],
            last_updated_at=max(timezone.now(), page.last_published_at),
        )

    def _add_segment(self, source: TranslationSource, page: BasePage, segment: Any) -> None:
        context = self._context(source, page, segment.path)
        shared = {"source": source, "context": context, "order": segment.order}
        if isinstance(segment, StringSegmentValue):
            string = self._string(source.locale, segment.string.data)
            self._made(StringSegment(**shared, string=string, attrs=json.dumps(segment.attrs, cls=DjangoJSONEncoder)))
        elif isinstance(segment, OverridableSegmentValue):
            self._made(OverridableSegment(**shared, data_json=json.dumps(segment.data, cls=DjangoJSONEncoder)))
        else:
            self._made(TemplateSegment(**shared, template=self._template(segment)))

    def _add_translation(self, source: TranslationSource, made: TranslatedSource, translated: Translated) -> None:
        moment = translated.page.last_published_at
        self._made(
            Translation(
                source=source,
                target_locale=translated.locale,
                translations_last_updated_at=moment,
                destination_last_updated_at=moment,
            )
        )
        for segment in made.segments.every:
            if isinstance(segment, StringSegmentValue) and segment.order in translated.texts:
                self._add_text(source, made.page, translated, segment)
        for path, value in translated.overrides.items():
            self._made(
                SegmentOverride(
                    locale=translated.locale,
                    context=self._context(source, made.page, path),
                    data_json=json.dumps(value, cls=DjangoJSONEncoder),
                )
            )
        self._made(
            TranslationLog(source=source, locale=translated.locale, revision_id=translated.page.latest_revision_id)
        )

    def _add_text(
        self, source: TranslationSource, page: BasePage, translated: Translated, segment: StringSegmentValue
    ) -> None:
        context = self._context(source, page, segment.path)
        string = self._string(source.locale, segment.string.data)
        self._once(
            (StringTranslation, translated.locale.pk, id(context), id(string)),
            lambda: StringTranslation(
                translation_of=string,
                locale=translated.locale,
                context=context,
                data=translated.texts[segment.order].data,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            ),
        )

    def _context(self, source: TranslationSource, page: BasePage, path: str) -> TranslationContext:
        return self._once((TranslationContext, source.object_id, path), lambda: _new_context(source.object, page, path))

    def _string(self, locale: Locale, data: str) -> String:
        return self._once(
            (String, locale.pk, data),
            lambda: String(locale=locale, data=data, data_hash=String._get_data_hash(data)),
        )

    def _template(self, segment: Any) -> Template:
        namespace = uuid5(Template.BASE_UUID_NAMESPACE, segment.format)
        return self._once(
            (Template, segment.format, segment.template),
            lambda: Template(
                uuid=uuid5(namespace, segment.template),
                template=segment.template,
                template_format=segment.format,
                string_count=segment.string_count,
            ),
        )


def _new_context(translated: TranslatableObject, page: BasePage, path: str) -> TranslationContext:
    """Return an unsaved context with its field path, which wagtail-localize computes only while it saves."""
    context = TranslationContext(object=translated, path=path, path_id=TranslationContext._get_path_id(path))
    context.save = _save_later
    context.get_field_path(page)
    del context.save
    return context


def _save_later(**kwargs: Any) -> None:
    """Stand in for `save` until the rows are written in bulk."""
