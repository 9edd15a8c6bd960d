"""A page in another language, made of its source and the texts translators wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from cms.translation.texts.plain import joined
from cms.translation.texts.units import Unit, units_of


@dataclass(frozen=True)
class Composed:
    """A page with its translated texts, saved nowhere, and the source texts that these say, by context path."""

    page: Any
    texts: dict[str, str]


def compose(translation: Translation, draft: Any) -> Composed:
    """Fill `draft`, a version of the page in the translation's language, with the words and facts of its source.

    A text whose source changed since keeps its last translation; one that never had any stays in the source's
    language. What is no word and no fact, such as the slug, stays as it is in the draft.
    """
    source, locale = translation.source, translation.target_locale
    original = source.as_instance()
    units = units_of(translation)
    copy_synchronised_fields(original, draft)
    ingest_segments(original, draft, source.locale, locale, list(_segments(translation, units)))
    return Composed(draft, joined(_said(units)))


def composed_now(translation: Translation) -> Any:
    """Return the page as it would be published now. It need not be in the database with these texts."""
    page = translation.get_target_instance().get_latest_revision_as_object()
    page.alias_of = None
    return compose(translation, page).page


def _segments(translation: Translation, units: list[Unit]) -> Iterator[Any]:
    texts = {unit.segment.order: _text(unit) for unit in units}
    for segment in translation.source._get_segments_for_translation(translation.target_locale, fallback=True):
        if isinstance(segment, StringSegmentValue):
            text = _with_known_links(texts[segment.order], segment.attrs)
            yield StringSegmentValue(segment.path, StringValue(text), attrs=segment.attrs, order=segment.order)
        else:
            yield segment


def _text(unit: Unit) -> str:
    return unit.target if unit.is_translated else unit.previous_target or unit.source


def _said(units: list[Unit]) -> Iterator[tuple[str, str]]:
    for unit in units:
        source = unit.source if unit.is_translated else unit.previous_source
        if source:
            yield unit.path, StringValue(source).render_text()


def _with_known_links(text: str, attrs: dict[str, Any] | None) -> str:
    """Return the text without those links that its source does not have any more; their words stay."""
    soup = BeautifulSoup(text, "html.parser")
    lost = [link for link in soup.find_all("a", id=True) if link["id"] not in (attrs or {})]
    for link in lost:
        link.unwrap()
    return str(soup) if lost else text
