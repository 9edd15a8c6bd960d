"""How many words a job has."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from cms.accounts.models import User
from cms.translation.memory import remember
from cms.translation.models import Rewrite, TranslationWork
from cms.translation.texts.counts import Counts, count, count_pages
from cms.translation.texts.units import Origin, Unit, units_of, units_of_each
from cms.translation.texts.writing import write
from home.models import HomePage, StandardPage
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory

WORDS = 2 + 3 + 1 + 5 + 4
"""Title, introduction, heading and two paragraphs of the German page."""


def unit(translation: Translation, source: str) -> Unit:
    return next(one for one in units_of(translation) if one.source == source)


@pytest.fixture
def french_of(home: HomePage, locales: dict[str, Locale]) -> Callable[..., Translation]:
    """Return a function that makes a German page and begins its translation into French."""

    def make(title: str, **more: Any) -> Translation:
        source, _created = TranslationSource.get_or_create_from_instance(
            publish(StandardPageFactory(parent=home, title=title, **more))
        )
        return Translation.objects.create(source=source, target_locale=locales["fr"])

    return make


def test_a_page_that_nobody_began_is_new(french: Translation) -> None:
    assert count([french]) == Counts(new=WORDS)
    assert count([french]).total == WORDS


def test_what_is_done_is_no_work(french: Translation, admin: User) -> None:
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    assert count([french]) == Counts(new=WORDS - 2, done=2)
    assert count([french]).total == WORDS - 2


def test_what_the_memory_knows_is_counted_apart(french: Translation, admin: User) -> None:
    remember(french, unit(french, "Wer wir sind."), "Qui nous sommes.", admin)
    assert count([french]) == Counts(new=WORDS - 3, memory=3)


def test_a_machines_words_wait_for_a_person(french: Translation) -> None:
    write(french, unit(french, "Über uns"), "À propos", user=None, origin=Origin.MACHINE, tool="Engine")
    assert count([french]) == Counts(new=WORDS - 2, machine=2)


def test_a_changed_text_is_counted_whole(french: Translation, german: StandardPage, admin: User) -> None:
    for one in units_of(french):
        write(french, one, "x" if "<b>" not in one.source else "<b>x</b>", user=admin)
    german.intro = "Wer wir heute sind."
    publish(german)
    french.source.update_from_db()
    assert count([french]) == Counts(changed=4, done=WORDS - 3)


def test_what_has_to_be_written_anew_is_changed(french: Translation, admin: User) -> None:
    title = unit(french, "Über uns")
    write(french, title, "À propos", user=admin)
    Rewrite.objects.create(work=TranslationWork.objects.get(), path=title.path)
    assert count([french]) == Counts(new=WORDS - 2, changed=2)


def test_what_stands_twice_in_a_job_is_repeated(french: Translation, french_of: Callable[..., Translation]) -> None:
    other = french_of("Über uns", intro="Wer wir sind.")
    assert count([french, other]) == Counts(new=WORDS, repeated=5)
    assert count([other]) == Counts(new=5)


def test_pages_that_nobody_submitted_are_counted_too(
    french: Translation, german: StandardPage, home: HomePage, locales: dict[str, Locale], admin: User
) -> None:
    remember(french, unit(french, "Wer wir sind."), "Qui nous sommes.", admin)
    other = publish(StandardPageFactory(parent=home, title="Ganz neu", intro="Wer wir sind."))
    keys = [german.translation_key, other.translation_key]
    assert count_pages(keys, locales["fr"]) == Counts(new=WORDS - 3 + 2, memory=3, repeated=3)
    assert count_pages(keys, locales["en"]) == Counts(new=WORDS + 2, repeated=3)


def test_units_of_many_pages_are_those_of_each(
    french: Translation, french_of: Callable[..., Translation], locales: dict[str, Locale], admin: User
) -> None:
    other = french_of("Über uns")
    english = Translation.objects.create(source=french.source, target_locale=locales["en"])
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    write(english, unit(english, "Über uns"), "About us", user=admin)
    translations = [french, other, english]
    assert units_of_each(translations) == [units_of(one) for one in translations]


def test_counting_needs_the_same_queries_for_any_number_of_pages(
    french_of: Callable[..., Translation],
    django_assert_max_num_queries: DjangoAssertNumQueries,
    locales: dict[str, Locale],
) -> None:
    keys = [french_of(f"Seite {number}").source.object_id for number in range(30)]
    for number in (3, 30):
        with django_assert_max_num_queries(6):
            count(Translation.objects.filter(source__object_id__in=keys[:number]))
        with django_assert_max_num_queries(8):
            count_pages(keys[:number], locales["fr"])
        with django_assert_max_num_queries(6):
            count_pages(keys[:number], locales["en"])


def test_what_is_not_planned_is_no_work(french: Translation, german: StandardPage, locales: dict[str, Locale]) -> None:
    state = TranslationWork.State.NOT_PLANNED
    TranslationWork.objects.create(
        translation_key=german.translation_key, locale=locales["fr"], state=state, reason="Only for Germans"
    )
    assert count_pages([german.translation_key], locales["fr"]) == Counts()


def test_the_words_of_a_section_are_shown_for_every_language_but_its_own(
    french: Translation, german: StandardPage, home: HomePage, staff: Client
) -> None:
    publish(StandardPageFactory(parent=german, title="Ganz neu"))
    page = BeautifulSoup(staff.get(reverse("translation_words"), {"id": german.pk}).content, "html.parser")
    rows = {row.th.get_text(): [cell.get_text() for cell in row.select("td")] for row in page.select("tbody tr")}
    assert set(rows) == {"English", "Français", "العربية"}
    assert rows["Français"] == [str(WORDS), "0", "0", "0", "0", str(WORDS), "0"]
    page = BeautifulSoup(
        staff.get(reverse("translation_words"), {"id": german.pk, "below": "on"}).content, "html.parser"
    )
    assert "Words of 2 pages" in page.get_text()
    assert page.select_one("tbody td").get_text() == str(WORDS + 2)


def test_pages_without_texts_and_pages_that_are_none_are_told(home: HomePage, staff: Client) -> None:
    assert staff.get(reverse("translation_words"), {"id": "999"}).status_code == 200
    draft = StandardPageFactory(parent=home, title="Entwurf")
    page = staff.get(reverse("translation_words"), {"id": draft.pk}).content.decode()
    assert "no text that is on the air" in page
    staff.logout()
    assert staff.get(reverse("translation_words")).status_code == 302
