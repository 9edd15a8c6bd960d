"""How far each language is, over all selected pages. "Not planned" does not count."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from wagtail.models import Page

from cms.core.languages import Language
from cms.core.models import Edition
from cms.translation.models import TranslationWork


@dataclass(frozen=True)
class Total:
    """One language: how many pages are planned in it, how many of those are current or outdated, by how many words."""

    language: Language
    planned: int
    current: int
    outdated: int
    outdated_words: int

    @property
    def missing(self) -> int:
        """Return how many planned pages readers do not have."""
        return self.planned - self.current - self.outdated

    @property
    def percent(self) -> int:
        """Return how many of a hundred planned pages are current, rounded down: only all is 100."""
        return self.current * 100 // self.planned if self.planned else 100


def totals(pages: QuerySet[Page], languages: list[Language]) -> list[Total]:
    """Return a total for each language. Three queries."""
    keys = pages.order_by().values("translation_key")
    by_source = dict(pages.order_by().values("locale_id").annotate(n=Count("pk")).values_list("locale_id", "n"))
    editions = _editions(keys)
    left_out = _left_out(keys)
    every = sum(by_source.values())
    return [
        _total(language, every - by_source.get(language.locale_id, 0), editions, left_out) for language in languages
    ]


def _total(language: Language, foreign: int, editions: dict[int, dict[str, int]], left_out: dict[int, int]) -> Total:
    found = editions.get(language.locale_id, {"live": 0, "outdated": 0, "words": 0})
    return Total(
        language=language,
        planned=foreign - left_out.get(language.locale_id, 0),
        current=found["live"] - found["outdated"],
        outdated=found["outdated"],
        outdated_words=found["words"] or 0,
    )


def _editions(keys: QuerySet) -> dict[int, dict[str, int]]:
    left_out = TranslationWork.objects.filter(
        state=TranslationWork.State.NOT_PLANNED,
        translation_key=OuterRef("page__translation_key"),
        locale_id=OuterRef("page__locale_id"),
    )
    found = (
        Edition.objects.exclude(kind=Edition.Kind.SOURCE)
        .filter(~Exists(left_out), page__live=True, page__translation_key__in=keys)
        .values("page__locale_id")
        .annotate(
            live=Count("pk"),
            outdated=Count("pk", filter=Q(basis__words_changed__gt=0)),
            words=Sum("basis__words_changed"),
        )
    )
    return {row["page__locale_id"]: row for row in found}


def _left_out(keys: QuerySet) -> dict[int, int]:
    """Return how many pages are not planned, by locale."""
    found = (
        TranslationWork.objects.filter(state=TranslationWork.State.NOT_PLANNED, translation_key__in=keys)
        .values("locale_id")
        .annotate(n=Count("pk"))
    )
    return {row["locale_id"]: row["n"] for row in found}
