"""Tests with readers: keeping them, and what the page says of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Page

from cms.translation.easy.passages import text_of
from cms.translation.models import ReaderTest
from cms.translation.texts.words import changed_words, count_words

LARGER_CHANGE = 0.1  # of the words that were tested
TESTED = "cms.translation.reader_test"


@dataclass(frozen=True)
class TestedState:
    """What can be said of a page: its last test, and whether the text changed much since."""

    test: ReaderTest | None
    is_changed: bool

    __test__ = False


def record_test(page: Page, *, tested_on: date, tested_with: str, note: str, user: Any) -> ReaderTest:
    """Keep a test of the page as it was saved last, and return it."""
    draft = page.get_latest_revision_as_object()
    test = ReaderTest.objects.create(
        page_id=page.pk,
        revision=page.get_latest_revision(),
        text=text_of(draft),
        tested_on=tested_on,
        tested_with=tested_with,
        note=note,
        recorded_by=user,
    )
    log(page, TESTED, user=user, data={"with": tested_with, "on": tested_on.isoformat()})
    return test


def state_of(page: Any) -> TestedState:
    """Return what can be said of the words that the specific page carries. One query."""
    test = ReaderTest.objects.filter(page_id=page.pk).first()
    return TestedState(test, test is not None and differs_much(test.text, text_of(page)))


def differs_much(tested: str, present: str) -> bool:
    """Return whether more than a tenth of the words differ; of a test that kept no words, nothing is known."""
    return bool(tested) and changed_words(tested, present) > LARGER_CHANGE * count_words(tested)
