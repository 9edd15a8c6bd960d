"""What the editor shows: every text of a page with all that helps to translate it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from django.utils.safestring import SafeString
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.core.languages import Language, Languages
from cms.translation.editor.differences import Run, difference
from cms.translation.editor.markup import for_people, with_tags_marked
from cms.translation.editor.saving import Outcome
from cms.translation.editor.third_language import texts_in
from cms.translation.memory import Suggestion, suggestions
from cms.translation.models import WorkComment
from cms.translation.terms import TermHit, TermList, warnings_for
from cms.translation.texts.places import SEPARATOR, place_of
from cms.translation.texts.units import Origin, Unit, units_of


@dataclass(frozen=True)
class Row:
    """One text in the editor. `typed` is what the field shows: what was just typed, else what is stored."""

    unit: Unit
    place: str
    typed: str
    faults: list[str]
    third: str
    suggestions: list[Suggestion]
    terms: list[TermHit]
    warnings: list[str]
    comments: list[WorkComment]

    @property
    def field(self) -> str:
        """Return the label of the page's field the text stands in."""
        return self.place.split(SEPARATOR)[0]

    @property
    def place_within(self) -> str:
        """Return the labels of the blocks inside that field, "" where the text is the whole field."""
        return SEPARATOR.join(self.place.split(SEPARATOR)[1:])

    @property
    def source(self) -> SafeString:
        """Return the source text with its tags visible."""
        return with_tags_marked(self.unit.source)

    @property
    def source_plain(self) -> str:
        """Return the source text as it would be typed."""
        return for_people(self.unit.source)

    @property
    def stored(self) -> str:
        """Return the present translation as it would be typed."""
        return for_people(self.unit.target)

    @property
    def former(self) -> str:
        """Return the translation of the former source text."""
        return for_people(self.unit.previous_target)

    @property
    def changes(self) -> list[Run]:
        """Return how the source text changed since it was translated."""
        if not self.unit.is_outdated:
            return []
        return difference(for_people(self.unit.previous_source), self.source_plain)

    @property
    def lines(self) -> int:
        """Return how many lines the field should have at least."""
        return min(12, 1 + max(len(self.source_plain), len(self.typed)) // 60 + self.source_plain.count("\n"))

    @property
    def to_confirm(self) -> bool:
        """Return whether a person still has to say that the words are right."""
        return self.unit.origin == Origin.MACHINE or self.unit.needs_rewrite

    @property
    def state(self) -> str:
        """Return the name of the row's state, for its mark: missing, changed, rewrite, machine, memory or done."""
        if self.unit.needs_rewrite:
            return "rewrite"
        if not self.unit.is_translated:
            return "changed" if self.unit.is_outdated else "missing"
        return {Origin.MACHINE: "machine", Origin.MEMORY: "memory"}.get(self.unit.origin, "done")


@dataclass
class Sheet:
    """All rows of a translation. `third` is the language shown beside, None where nobody asked for one."""

    translation: Translation
    third: Locale | None = None
    outcome: Outcome = field(default_factory=Outcome)

    @cached_property
    def rows(self) -> list[Row]:
        """Return the rows in the order of the page."""
        beside = texts_in(self.translation, self.third) if self.third else {}
        offers = suggestions(self.translation, self.units)
        warnings = _by_unit(warnings_for(self.translation, self.units))
        return [self._row(unit, beside, offers.get(unit.id, []), warnings.get(unit.id, [])) for unit in self.units]

    @cached_property
    def terms(self) -> TermList:
        """Return the list of terms of the two languages."""
        return TermList.of(self.translation.source.locale, self.translation.target_locale)

    @cached_property
    def units(self) -> list[Unit]:
        """Return the texts."""
        return units_of(self.translation)

    @property
    def groups(self) -> Iterator[tuple[str, list[Row]]]:
        """Yield the rows by the field of the page they stand in."""
        for name, rows in groupby(self.rows, key=lambda row: row.field):
            yield name, list(rows)

    @cached_property
    def done(self) -> int:
        """Return how many texts need nothing more."""
        return sum(row.state in ("done", "memory") for row in self.rows)

    @property
    def first_open(self) -> int | None:
        """Return the segment of the first text that waits, None where none does."""
        return next((row.unit.segment.pk for row in self.rows if row.state not in ("done", "memory")), None)

    @property
    def page_comments(self) -> list[WorkComment]:
        """Return the comments on the page as a whole."""
        return self.comments.get("", [])

    @cached_property
    def languages(self) -> tuple[Language, Language]:
        """Return source and target language."""
        every = Languages.load()
        return every.of(self.translation.source.locale_id), every.of(self.translation.target_locale_id)

    @cached_property
    def third_language(self) -> Language | None:
        """Return the language shown beside."""
        return Languages.load().of(self.third.pk) if self.third else None

    @cached_property
    def comments(self) -> dict[str, list[WorkComment]]:
        """Return the comments by the text they are about, "" for the page."""
        found: dict[str, list[WorkComment]] = {}
        comments = WorkComment.objects.filter(
            work__translation_key=self.translation.source.object_id, work__locale_id=self.translation.target_locale_id
        )
        for comment in comments.select_related("author"):
            found.setdefault(comment.path, []).append(comment)
        return found

    def _row(
        self, unit: Unit, beside: dict[tuple[int, int], str], offers: list[Suggestion], warnings: list[str]
    ) -> Row:
        segment = unit.segment
        model = self.translation.source.specific_content_type.model_class()
        return Row(
            unit=unit,
            place=place_of(model, segment.context.field_path),
            typed=self.outcome.typed.get(segment.pk, for_people(unit.target)),
            faults=self.outcome.faults.get(segment.pk, []),
            third=for_people(beside.get((segment.context_id, segment.string_id), "")),
            suggestions=offers,
            terms=self.terms.hits(unit.source),
            warnings=warnings,
            comments=self.comments.get(unit.path, []),
        )


def _by_unit(warnings: list[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for warning in warnings:
        found.setdefault(warning.unit_id, []).append(str(warning))
    return found
