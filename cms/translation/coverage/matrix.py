"""Rows and cells of the matrix. The number of queries does not depend on pages or languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, F, IntegerField, Sum, Value
from django.db.models.functions import Length, Replace
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from cms.core.languages import Language
from cms.core.models import Edition
from cms.translation.coverage.selection import ReaderSees
from cms.translation.models import TranslationWork
from cms.translation.texts.units import MEMORY_TOOL, Origin

State = TranslationWork.State
Key = tuple[UUID, int]
"""Translation key and primary key of the locale."""


@dataclass(frozen=True)
class Cell:
    """One page in one language. `words` counts the words of each origin; `outdated` the changed words.

    `page_id` and `path` are those of the page in this language, None and "" where there is none.
    """

    language: Language
    page_id: int | None
    path: str
    reader_sees: ReaderSees
    outdated: int
    is_urgent: bool
    is_source: bool
    work: TranslationWork | None
    words: dict[Origin, int]

    @property
    def state(self) -> str:
        """Return the state of the work; "" where there is nothing to do and nobody at it."""
        if self.work and self.work.state != State.OPEN:
            return self.work.state
        return "" if self.is_source or self.reader_sees == ReaderSees.CURRENT else State.OPEN

    @property
    def state_label(self) -> str:
        """Return that state in words."""
        return str(State(self.state).label) if self.state else ""

    @property
    def counts(self) -> bool:
        """Return whether the cell belongs into totals: neither a source nor left out on purpose."""
        return not self.is_source and self.state != State.NOT_PLANNED


@dataclass(frozen=True)
class Row:
    """One source page with its cells in the order of the languages."""

    page: Page
    cells: list[Cell]


def rows(pages: Iterable[Page], languages: list[Language]) -> list[Row]:
    """Return a row for each source page. Three queries beyond that of `pages`."""
    pages = list(pages)
    keys = [page.translation_key for page in pages]
    found = _Found(keys, [language.locale_id for language in languages])
    return [Row(page, [found.cell(page, language) for language in languages]) for page in pages]


class _Found:
    """What the database knows about some pages in some languages."""

    def __init__(self, keys: list[UUID], locale_ids: list[int]) -> None:
        self._targets = _targets(keys, locale_ids)
        self._work = _work(keys, locale_ids)
        self._words = _words(keys, locale_ids)

    def cell(self, page: Page, language: Language) -> Cell:
        key = (page.translation_key, language.locale_id)
        target = self._targets.get(key, {})
        counts = target.get("live") and target.get("edition__kind")
        age = target.get("edition__basis__words_changed") or 0
        sees = (ReaderSees.OUTDATED if age else ReaderSees.CURRENT) if counts else ReaderSees.NOTHING
        return Cell(
            language=language,
            page_id=target.get("pk"),
            path=target.get("path", ""),
            reader_sees=sees,
            outdated=age if counts else 0,
            is_urgent=bool(counts and target.get("edition__basis__urgent_since")),
            is_source=target.get("edition__kind") == Edition.Kind.SOURCE,
            work=self._work.get(key),
            words=self._words.get(key, {}),
        )


def _targets(keys: list[UUID], locale_ids: list[int]) -> dict[Key, dict[str, Any]]:
    found = Page.objects.filter(translation_key__in=keys, locale_id__in=locale_ids, alias_of=None).values(
        "pk",
        "path",
        "translation_key",
        "locale_id",
        "live",
        "edition__kind",
        "edition__basis__words_changed",
        "edition__basis__urgent_since",
    )
    return {(row["translation_key"], row["locale_id"]): row for row in found}


def _work(keys: list[UUID], locale_ids: list[int]) -> dict[Key, TranslationWork]:
    found = TranslationWork.objects.filter(translation_key__in=keys, locale_id__in=locale_ids)
    return {(work.translation_key, work.locale_id): work for work in found.select_related("assignee", "reviewer")}


def _words(keys: list[UUID], locale_ids: list[int]) -> dict[Key, dict[Origin, int]]:
    """Return the words of the present texts by where they come from, counted by the database by their spaces."""
    spaces = Length("data") - Length(Replace("data", Value(" "), Value(""), output_field=CharField()))
    found = (
        StringTranslation.objects.filter(context__object_id__in=keys, locale_id__in=locale_ids, has_error=False)
        .filter(translation_of__segments__context_id=F("context_id"))
        .values("context__object_id", "locale_id", "translation_type", "tool_name")
        .annotate(texts=Count("pk"), spaces=Sum(spaces, output_field=IntegerField()))
        .order_by()
    )
    words: dict[Key, dict[Origin, int]] = {}
    for row in found:
        cell = words.setdefault((row["context__object_id"], row["locale_id"]), {})
        origin = _origin(row["translation_type"], row["tool_name"])
        cell[origin] = cell.get(origin, 0) + row["texts"] + row["spaces"]
    return words


def _origin(translation_type: str, tool: str) -> Origin:
    if translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return Origin.MACHINE
    return Origin.MEMORY if tool == MEMORY_TOOL else Origin.PERSON
