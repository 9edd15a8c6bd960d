"""The texts of one page in one language, as translators, files and the memory see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import prefetch_related_objects
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from cms.translation.models import Rewrite
from cms.translation.texts.former import Pairs, pair
from cms.translation.texts.lengths import max_length

MEMORY_TOOL = "Translation memory"
"""What wagtail-localize's record says of a text that the memory filled in."""
MACHINE_MARK = "Machine: "
"""What that record begins with for a text that a machine drafted; it stays when a person confirms or corrects it."""


class Origin(StrEnum):
    """Where the words of a translated text come from."""

    NONE = "none"
    PERSON = "person"
    MEMORY = "memory"
    MACHINE = "machine"


@dataclass(frozen=True)
class Unit:
    """One text to be translated: a whole field, or one paragraph of rich text.

    `source` and `target` are HTML with inline tags, as wagtail-localize stores them. `previous_source` and
    `previous_target` are what stood at the same place before the source changed, "" where nothing did and where the
    whole place is translated. `former` is the record of that. `max_length` counts characters of text without tags,
    None where there is no limit. `needs_rewrite` says that the text has to be written anew or confirmed although its
    source may be the same: its picture was replaced. `tool` is what the record of the translation names as its maker.
    """

    segment: StringSegment
    source: str
    target: str
    origin: Origin
    has_error: bool
    previous_source: str
    previous_target: str
    max_length: int | None
    needs_rewrite: bool = False
    former: StringTranslation | None = None
    tool: str = ""

    @property
    def id(self) -> str:
        """Return what files know the unit by: stable while place and source text stay the same."""
        return f"{self.segment.context.path}|{self.segment.string.data_hash.hex}"

    @property
    def path(self) -> str:
        """Return the context path, such as `body.<block id>.heading`."""
        return self.segment.context.path

    @property
    def is_translated(self) -> bool:
        """Return whether there is a translation of the present source text that can be used."""
        return bool(self.target) and not self.has_error

    @property
    def is_outdated(self) -> bool:
        """Return whether only an older source text of this place was translated."""
        return not self.is_translated and bool(self.previous_target)


def units_of(translation: Translation) -> list[Unit]:
    """Return all units of a translation in the order of the page. Four queries, whatever their number."""
    return units_of_each([translation])[0]


def units_of_each(translations: Sequence[Translation]) -> list[list[Unit]]:
    """Return the units of each translation. Four queries, whatever the number of translations and of texts."""
    prefetch_related_objects(translations, "source")
    segments = _segments(translations)
    records = _records(translations)
    rewrites = _rewrites(translations)
    return [_units(one, segments.get(one.source_id, []), records, rewrites) for one in translations]


def origin_of(record: StringTranslation | None) -> Origin:
    """Return where the words of a stored translation come from."""
    if record is None:
        return Origin.NONE
    if record.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return Origin.MACHINE
    return Origin.MEMORY if record.tool_name == MEMORY_TOOL else Origin.PERSON


def _segments(translations: Sequence[Translation]) -> dict[int, list[StringSegment]]:
    """Return the texts to be translated by source, in the order of the page."""
    found: dict[int, list[StringSegment]] = {}
    segments = StringSegment.objects.filter(source_id__in={one.source_id for one in translations})
    for segment in segments.select_related("context", "string").order_by("order", "pk"):
        found.setdefault(segment.source_id, []).append(segment)
    return found


def _records(translations: Sequence[Translation]) -> dict[tuple[int, int], list[StringTranslation]]:
    """Return the stored translations by language and context, the newest first."""
    found: dict[tuple[int, int], list[StringTranslation]] = {}
    records = StringTranslation.objects.filter(
        locale_id__in={one.target_locale_id for one in translations},
        context__object_id__in={one.source.object_id for one in translations},
    )
    for record in records.select_related("translation_of").order_by("-updated_at", "-pk"):
        found.setdefault((record.locale_id, record.context_id), []).append(record)
    return found


def _rewrites(translations: Sequence[Translation]) -> set[tuple[int, UUID, str]]:
    """Return what is to be written anew: language, page and path."""
    rewrites = Rewrite.objects.filter(
        work__locale_id__in={one.target_locale_id for one in translations},
        work__translation_key__in={one.source.object_id for one in translations},
    )
    return set(rewrites.values_list("work__locale_id", "work__translation_key", "path"))


def _units(
    translation: Translation,
    segments: list[StringSegment],
    records: dict[tuple[int, int], list[StringTranslation]],
    rewrites: set[tuple[int, UUID, str]],
) -> list[Unit]:
    locale_id, key = translation.target_locale_id, translation.source.object_id
    own = {segment.context_id: records.get((locale_id, segment.context_id), []) for segment in segments}
    former = _former(segments, own)
    anew = {path for at_locale, at_key, path in rewrites if (at_locale, at_key) == (locale_id, key)}
    model = ContentType.objects.get_for_id(translation.source.specific_content_type_id).model_class()
    return [_unit(segment, own[segment.context_id], former, anew, model) for segment in segments]


def _former(segments: list[StringSegment], records: dict[int, list[StringTranslation]]) -> Pairs:
    places: dict[int, list[StringSegment]] = {}
    for segment in segments:
        places.setdefault(segment.context_id, []).append(segment)
    found: Pairs = {}
    for context_id, at_place in places.items():
        # In rich text several strings share a place; what is still in use there is nobody's former text.
        current = {segment.string_id for segment in at_place}
        usable = [one for one in records[context_id] if not one.has_error]
        if current <= {one.translation_of_id for one in usable if one.data}:
            continue  # Readers ask what stood there before only where something is to be translated.
        found |= pair(at_place, [one for one in usable if one.translation_of_id not in current])
    return found


def _unit(
    segment: StringSegment, records: list[StringTranslation], former: Pairs, rewrites: set[str], model: Any
) -> Unit:
    record = next((one for one in records if one.translation_of_id == segment.string_id), None)
    previous = former.get(segment.pk)
    return Unit(
        segment=segment,
        source=segment.string.data,
        target=record.data if record else "",
        origin=origin_of(record),
        has_error=bool(record and record.has_error),
        previous_source=previous.translation_of.data if previous else "",
        previous_target=previous.data if previous else "",
        max_length=max_length(model, segment.context.field_path),
        needs_rewrite=segment.context.path in rewrites,
        former=previous,
        tool=record.tool_name if record else "",
    )
