"""How each written page stands: its age, the advice on its words, and its last test."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from cms.core.languages import Language, Languages
from cms.translation.easy.advice import findings_in
from cms.translation.easy.languages import written_locales
from cms.translation.easy.passages import passages_of
from cms.translation.easy.reader_tests import differs_much
from cms.translation.models import Basis, ReaderTest


@dataclass(frozen=True)
class Row:
    """One page. `words_changed` is None while readers have not seen it; `test` is the last one."""

    page: Any
    language: Language
    advice: int
    words_changed: int | None
    test: ReaderTest | None
    is_changed_since: bool


def written_pages() -> QuerySet[Page]:
    """Return all written pages in the order of the tree."""
    return Page.objects.filter(locale__in=written_locales(), alias_of__isnull=True, depth__gt=1).order_by("path")


def rows_of(pages: Sequence[Page]) -> list[Row]:
    """Return a row for each page, of the words readers see or, before that, of the draft. Constant queries."""
    ids = [page.pk for page in pages]
    languages = Languages.load()
    ages = dict(Basis.objects.filter(edition__page_id__in=ids).values_list("edition__page_id", "words_changed"))
    tests: dict[int, ReaderTest] = {}
    for test in ReaderTest.objects.filter(page_id__in=ids):
        tests.setdefault(test.page_id, test)
    specific = Page.objects.filter(pk__in=ids).order_by("path").specific()
    return [_row(page, languages.of(page.locale_id), ages.get(page.pk), tests.get(page.pk)) for page in specific]


def _row(page: Any, language: Language, words_changed: int | None, test: ReaderTest | None) -> Row:
    passages = list(passages_of(page, language.code))
    text = "\n".join(passage.text for passage in passages if passage.lines)
    return Row(
        page=page,
        language=language,
        advice=sum(1 for _finding in findings_in(passages, language.code)),
        words_changed=words_changed,
        test=test,
        is_changed_since=test is not None and differs_much(test.text, text),
    )
