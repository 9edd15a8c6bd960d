"""Source pages with the texts of another language in place of their own, by wagtail-localize's ingest."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.bundles.errors import BundleError
from cms.bundles.incoming import Incoming
from cms.bundles.loading.contents import filled_page
from cms.bundles.outline import Row
from cms.bundles.page_files import TranslationFile
from cms.bundles.record import Record
from cms.bundles.references import KnownKeys
from cms.bundles.rich_text import is_address
from cms.bundles.segments import PageSegments, is_link, reference_kind
from cms.core.models import BasePage
from cms.translation.exchange.faults import BrokenMarkup
from cms.translation.texts.markup import tree_of


@dataclass(frozen=True)
class Translated:
    """A page in another language, and the texts and overrides it was made with, by the order of their segments."""

    page: BasePage
    locale: Locale
    segments: PageSegments
    texts: dict[int, StringValue]
    overrides: dict[str, Any]


def translate(page: BasePage, row: Row, source_locale: Locale, known: KnownKeys) -> Translated:
    """Fill the row `page` with the translation its file holds; save nothing. Raises BundleError."""
    file = row.translation
    original = filled_page(row.page, known)
    segments = PageSegments.of(original)
    texts = _texts(file, segments)
    overrides = _overrides(file, original, segments, known)
    copy_synchronised_fields(original, page)
    ingest_segments(original, page, source_locale, page.locale, list(_ingested(segments, texts, overrides)))
    return Translated(page, page.locale, segments, texts, overrides)


def _texts(file: TranslationFile, segments: PageSegments) -> dict[int, StringValue]:
    """Return the text of each segment by the order of the segment, leaving out those a partial file lacks."""
    for path in file.strings:
        if path not in segments.strings:
            raise BundleError(file.file, f"strings.{path}", "the source page has no text here.")
    texts: dict[int, StringValue] = {}
    for path, of_path in segments.strings.items():
        if path in file.strings:
            texts.update(_texts_at(file, path, of_path, path in segments.rich))
        elif not file.partial:
            raise BundleError(
                file.file, f"strings.{path}", f"the translation of “{of_path[0].render_text()}” is missing."
            )
    return texts


def _texts_at(
    file: TranslationFile, path: str, segments: list[StringSegmentValue], is_rich: bool
) -> Iterator[tuple[int, StringValue]]:
    given = file.strings[path]
    if isinstance(given, list) != is_rich:
        shape = "a list of fragments, since it is rich text" if is_rich else "a plain text"
        raise BundleError(file.file, f"strings.{path}", f"must be {shape}.")
    fragments = given if is_rich else [given]
    if len(fragments) != len(segments):
        raise BundleError(
            file.file, f"strings.{path}", f"has {len(fragments)} fragments; the source page has {len(segments)}."
        )
    known: dict[str, str] = {}
    for segment, fragment in zip(segments, fragments, strict=True):
        if known.setdefault(segment.string.data, fragment) != fragment:
            raise BundleError(file.file, f"strings.{path}", "translates one sentence in two ways.")
        yield segment.order, _string(file, path, segment, fragment, is_rich)


def _string(file: TranslationFile, path: str, segment: StringSegmentValue, fragment: str, is_rich: bool) -> StringValue:
    if not is_rich:
        return StringValue.from_plaintext(fragment)
    try:
        tree_of(fragment)
        value = StringValue.from_translated_html(fragment)
        validate_translation_links(segment.string.data, fragment)
    except (ValueError, BrokenMarkup) as error:
        raise BundleError(file.file, f"strings.{path}", str(error)) from None
    return value


def _overrides(file: TranslationFile, original: BasePage, segments: PageSegments, known: KnownKeys) -> dict[str, Any]:
    """Return the overriding values by context path, primary keys in place of references."""
    way, overrides = Incoming(file.file, known), {}
    for path, value in file.overrides.items():
        place = f"overrides.{path}"
        if path not in segments.overridable:
            raise BundleError(file.file, place, "the source page has nothing here that can be overridden.")
        kind = reference_kind(original, path)
        overrides[path] = _reference(value, kind, way, place) if kind else _address(value, path, way, place)
    return overrides


def _reference(value: Any, kind: str, way: Incoming, place: str) -> int | None:
    record = Record(way.file, value, place)
    key = record.value(kind, str)
    record.finish()
    return way.resolved(kind, key, f"{place}.{kind}")


def _address(value: Any, path: str, way: Incoming, place: str) -> str:
    """Return an address in rich text, or the value of a block, which `save_live` lets the block check."""
    if not isinstance(value, str) or (is_link(path) and not is_address(value)):
        raise BundleError(way.file, place, "must be an address.")
    return value


def _ingested(segments: PageSegments, texts: dict[int, StringValue], overrides: dict[str, Any]) -> Iterator[Any]:
    """Yield the segments to put into the translated page, in their order."""
    for segment in segments.every:
        if isinstance(segment, StringSegmentValue):
            text = texts.get(segment.order, segment.string)
            attrs = deepcopy(segment.attrs)  # which wagtail-localize changes where an address is overridden
            yield StringSegmentValue(segment.path, text, attrs=attrs, order=segment.order)
        elif isinstance(segment, OverridableSegmentValue):
            if segment.path in overrides:
                yield OverridableSegmentValue(segment.path, overrides[segment.path], order=segment.order)
        else:
            yield segment
