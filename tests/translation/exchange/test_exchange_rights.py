"""Whose files are taken for which pages."""

from collections.abc import Callable
from io import BytesIO

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation

from cms.translation.exchange.importing import import_file
from cms.translation.exchange.report import Outcome, Report
from cms.translation.models import LocaleRole, TranslationWork
from cms.translation.work.transitions import work_on
from home.models import HomePage, StandardPage
from tests.factories.accounts import UserFactory
from tests.factories.core import publish, translate
from tests.translation.exchange.filling import filled
from tests.translation.locks import lock_by_schedule, lock_by_workflow
from tests.translation.submitting import submit
from tests.translation.team import somebody

Export = Callable[..., dict[str, bytes]]
Role = LocaleRole.Role


@pytest.fixture
def french(german: StandardPage, locales: dict[str, Locale]) -> Translation:
    """Return the French translation, submitted anew for each test: some need a page that nobody has submitted."""
    return submit(german, locales["fr"])


@pytest.fixture
def data(german: StandardPage, export: Export) -> bytes:
    return filled("x.xlf", next(iter(export(german).values())))


def take(data: bytes, **options: object) -> Report:
    return import_file(BytesIO(data), "x.xlf", **options)


def test_a_translator_hands_in_files_of_pages_that_are_not_there_yet(
    data: bytes, german: StandardPage, french_home: HomePage
) -> None:
    translator = somebody(Role.TRANSLATOR, french_home)
    assert take(data, user=translator).counts[Outcome.TAKEN] == 5
    page = Page.objects.get(translation_key=german.translation_key, locale=french_home.locale)
    assert (page.live, page.get_latest_revision().user) == (False, translator)
    assert TranslationWork.objects.get().assignee == translator


def test_nobody_writes_in_a_language_that_is_not_theirs(
    data: bytes, home: HomePage, french_home: HomePage, locales: dict[str, Locale]
) -> None:
    arabic_home = publish(translate(home, locales["ar"], title="الرئيسية"))
    for user in (somebody(Role.TRANSLATOR, arabic_home), somebody(Role.COORDINATOR, french_home), UserFactory()):
        (refused,) = take(data, user=user).entries
        assert refused.sentences == ["You may not translate “Über uns” into this language."]
    assert not StringTranslation.objects.exists()


def test_a_locked_page_takes_nothing(french: Translation, data: bytes, french_home: HomePage) -> None:
    Page.objects.filter(pk=french.get_target_instance().pk).update(locked=True)
    (refused,) = take(data, user=somebody(Role.TRANSLATOR, french_home)).entries
    assert refused.sentences == ["“Über uns” is locked in this language. Unlock it first."]


def test_a_locked_page_takes_nothing_from_outside_either(french: Translation, data: bytes) -> None:
    Page.objects.filter(pk=french.get_target_instance().pk).update(locked=True)
    (refused,) = take(data, works=[work_on(french)]).entries
    assert refused.sentences == [
        "“Über uns” is locked in this language now. Hand it in again once the office has unlocked it."
    ]
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize("lock", [lock_by_workflow, lock_by_schedule])
def test_locks_of_workflows_and_schedules_hold(lock: Callable[[Page], None], french: Translation, data: bytes) -> None:
    lock(french.get_target_instance())
    (refused,) = take(data).entries
    assert "is locked in this language now" in refused.sentences[0]


def test_who_holds_the_lock_hands_in_files(french: Translation, data: bytes, french_home: HomePage) -> None:
    translator = somebody(Role.TRANSLATOR, french_home)
    Page.objects.filter(pk=french.get_target_instance().pk).update(locked=True, locked_by=translator)
    assert take(data, user=translator).counts[Outcome.TAKEN] == 5


def test_only_pages_handed_out_are_taken_where_some_were(
    data: bytes, german: StandardPage, rich: StandardPage, locales: dict[str, Locale]
) -> None:
    other = TranslationWork(translation_key=rich.translation_key, locale=locales["fr"])
    (refused,) = take(data, works=[other]).entries
    assert refused.sentences == ["This page is not among those handed out."]
    own = TranslationWork(translation_key=german.translation_key, locale=locales["fr"])
    assert take(data, works=[other, own]).counts[Outcome.TAKEN] == 5


def test_a_page_that_goes_its_own_way_takes_no_texts(data: bytes, german: StandardPage) -> None:
    Translation.objects.update(enabled=False)
    (refused,) = take(data).entries
    assert refused.sentences == ["This page is no longer translated text by text. Edit the page itself."]


def test_a_page_that_somebody_writes_in_the_other_language_is_not_exported(
    german: StandardPage, rich: StandardPage, locales: dict[str, Locale], export: Export
) -> None:
    translate(german, locales["fr"], title="Écrit à la main")
    assert list(export(german, rich)) == ["0001-netz.fr.xlf", "README.txt"]
