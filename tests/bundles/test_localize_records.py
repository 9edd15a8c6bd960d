"""Loading leaves wagtail-localize as if the pages had been translated in its editor."""

import json
from typing import Any

import pytest
from django.forms.models import model_to_dict
from wagtail.fields import StreamField
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
)

from cityrelations.models import PartnerCityPage
from home.models import HomePage

pytestmark = pytest.mark.usefixtures("loaded")

EXTRACTED = (
    TranslatableObject,
    TranslationContext,
    String,
    Template,
    StringSegment,
    TemplateSegment,
    OverridableSegment,
)


def plain(page: Page, name: str) -> Any:
    """Return the value of a field as it is stored."""
    field = page._meta.get_field(name)
    text = field.value_to_string(page)
    return json.loads(text) if isinstance(field, StreamField) else text


def rows() -> dict[str, list[dict]]:
    """Return all rows that wagtail-localize extracts from source pages."""
    return {
        model.__name__: [
            {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
            for row in model.objects.order_by("pk")
        ]
        for model in EXTRACTED
    }


def test_extracting_anew_finds_every_row_there_and_no_other() -> None:
    """Holds what is written in bulk against what wagtail-localize itself writes."""
    before = rows()
    assert all(before.values())
    for source in TranslationSource.objects.all():
        source.refresh_segments()
    assert rows() == before


def test_source_is_as_it_would_be_submitted() -> None:
    source = TranslationSource.objects.get(object_repr="Villes partenaires")
    page = source.get_source_instance()
    stored = model_to_dict(source)
    again, created = TranslationSource.update_or_create_from_instance(page)
    assert (again.pk, created) == (source.pk, False)
    assert model_to_dict(again) | {"last_updated_at": None} == stored | {"last_updated_at": None}
    assert source.last_updated_at >= page.last_published_at


def test_every_translation_is_complete() -> None:
    translations = Translation.objects.all()
    assert {str(one.get_target_instance().title) for one in translations} == {
        "Belrive and its friends",
        "Partner cities",
        "Aldmoor",
    }
    for one in translations:
        total, done = one.get_progress()
        assert total == done > 0
        assert one.enabled
    assert not StringTranslation.objects.filter(has_error=True).exists()
    assert TranslationLog.objects.filter(revision__isnull=False).count() == len(translations)


def test_field_paths_name_blocks_by_type() -> None:
    paths = set(TranslationContext.objects.filter(path__endswith="alt_text").values_list("field_path", flat=True))
    assert paths == {
        "lead_picture.picture.picture.alt_text",
        "teasers.picture_teaser.picture.picture.alt_text",
        "body.gallery.pictures.picture.picture.alt_text",
    }


def test_making_the_page_from_the_records_gives_the_page_that_is_live() -> None:
    """wagtail-localize, asked for the translated page, makes what the bundle made."""
    english = Locale.objects.get(language_code="en")
    for translation in Translation.objects.all():
        live = translation.get_target_instance()
        made = translation.source.get_ephemeral_translated_instance(english)
        for name in live.words:
            assert plain(made, name) == plain(live, name), name


def test_overrides_are_recorded_where_they_apply() -> None:
    city = PartnerCityPage.objects.get(slug="aldmoor", locale__language_code="fr")
    found = SegmentOverride.objects.filter(context__object_id=city.translation_key)
    assert sorted(one.context.field_path.rsplit(".", 1)[-1] for one in found) == ["image", "rich_text", "url"]
    home = HomePage.objects.get(locale__language_code="fr")
    assert (
        SegmentOverride.objects.get(context__object_id=home.translation_key).data == "https://lichtenmoor.example/en/"
    )


def test_written_pages_are_nothing_to_translate() -> None:
    keys = set(TranslationSource.objects.values_list("object_id", flat=True))
    written = Page.objects.get(slug="aide").translation_key
    assert written not in keys
    assert not Translation.objects.filter(target_locale__language_code="fr-simple").exists()
