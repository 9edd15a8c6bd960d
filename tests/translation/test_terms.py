"""Terms in texts, and what the list has against a translation."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.models import Term
from cms.translation.terms import TermList, terms_in, warnings_for
from cms.translation.terms.warnings import Fault
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write

Make = Callable[..., Term]


@pytest.fixture
def term(locales: dict[str, Locale]) -> Make:
    """Return a function that puts a term into the list, from German into French where nothing else is said."""

    def make(word: str, preferred: str = "x", source: str = "de", target: str = "fr", **more: Any) -> Term:
        return Term.objects.create(
            source_locale=locales[source], target_locale=locales[target], term=word, preferred=preferred, **more
        )

    return make


@pytest.mark.parametrize(
    ("language", "word", "text", "is_found"),
    [
        ("de", "Städtepartnerschaft", "Unsere Städtepartnerschaften leben.", True),
        ("de", "Senat", "Der Beschluss des Senats", True),
        ("de", "Senat", "Der Senator spricht", False),
        ("de", "Stadt", "Zwei Städte", True),
        ("de", "Partnerstadt", "Unsere <b>Partnerstädte</b>", True),
        ("de", "Regierender Bürgermeister", "mit dem Regierenden Bürgermeister", True),
        ("de", "Regierender Bürgermeister", "des Regierenden\u00a0Bürgermeisters", True),
        ("de", "Regierender Bürgermeister", "Der Regierende. Bürgermeister kamen", False),
        ("de", "Amt", "Die Ämter der Stadt", True),
        ("de", "Rat", "Das Fahrrad", False),
        ("de", "Stadt", "Hauptstadt", False),
        ("de", "EU", "die EU und ihre Städte", True),
        ("de", "EU", "eu", False),
        ("en", "city", "two cities", True),
        ("en", "partner city", "Partner cities’ days", True),
        ("en", "WHO", "people who know", False),
        ("fr", "ville partenaire", "les villes partenaires", True),
        ("fr", "municipal", "les services municipaux", True),
        ("fr", "ONU", "l’ONU", True),
        ("ar", "مدينة", "في المدينة", True),
        ("ar", "مدينة", "ومدن", False),
        ("ar", "برلين", "وَبِبرلين وبرلين", True),
        ("ar", "شراكة", "شراكتنا", True),
        ("tr", "İstanbul", "İstanbul", True),
        ("tr", "şehir", "şehirler", False),
    ],
)
def test_terms_are_found_in_their_forms_and_other_words_are_not(
    language: str, word: str, text: str, is_found: bool
) -> None:
    found = TermList([Term(pk=1, term=word)], language).hits(text)
    assert bool(found) == is_found


def test_names_keep_their_capital() -> None:
    names = TermList([Term(pk=1, term="Reading", kind="place"), Term(pk=2, term="Bath", kind="other")], "en")
    assert [hit.term.pk for hit in names.hits("She was reading in the bath")] == [2]
    assert [hit.term.pk for hit in names.hits("Reading and Bath")] == [1, 2]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert TermList([Term(pk=1, term="Düsseldorf")], "de").hits("Du\u0308sseldorf")


def test_the_longer_of_two_terms_in_one_place_counts_and_each_is_named_once(
    term: Make, locales: dict[str, Locale]
) -> None:
    for word in ("Berlin", "Land Berlin", "Partner"):
        term(word)
    term("Partner", target="en")
    text = "Das <b>Land</b> Berlin ist Partner. Berlin bleibt Partner: {count:partner-cities}."
    hits = terms_in(text, locales["de"], locales["fr"])
    assert [hit.term.term for hit in hits] == ["Land Berlin", "Partner", "Berlin"]
    assert (hits[0].start, hits[0].end) == (4, 15)


def test_no_text_and_no_list_makes_it_slow() -> None:
    terms = TermList([Term(pk=n, term=f"Stadt {'Wort ' * 5}{n}") for n in range(2000)], "de")
    began = time.process_time()
    terms.hits("Stadt Wort Wort Wort " * 200)
    terms.hits("a" * 100_000)
    assert time.process_time() - began < 10


def written(translation: Translation, user: User, source: str, text: str) -> None:
    unit = next(one for one in units_of(translation) if one.source == source)
    write(translation, unit, text, user=user)


PARTNER_CITIES = "Wir haben <b>neunzehn</b> Partnerstädte."


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Nous avons <b>dix-neuf</b> villes partenaires.", []),
        ("Nous avons <b>dix-neuf</b> Villes partenaires.", []),
        ("Nous avons <b>dix-neuf</b> villes jumelées.", [(Fault.FORBIDDEN, "villes jumelées")]),
        ("Nous avons <b>dix-neuf</b> villes partenaires, dont une ville.", [(Fault.FORBIDDEN, "ville")]),
        ("Nous avons <b>dix-neuf</b> partenaires.", [(Fault.MISSING, "")]),
    ],
)
def test_preferred_words_are_missed_and_forbidden_ones_pointed_out(
    text: str, faults: list[tuple[str, str]], term: Make, french: Translation, admin: User
) -> None:
    term("Partnerstadt", "ville partenaire", forbidden="ville jumelée\nville")
    written(french, admin, PARTNER_CITIES, text)
    assert [(one.fault, one.found) for one in warnings_for(french)] == faults


def test_warnings_say_what_to_write(term: Make, french: Translation, admin: User) -> None:
    term("Partnerstadt", "ville partenaire", forbidden="ville jumelée")
    written(french, admin, PARTNER_CITIES, "Nous avons <b>dix-neuf</b> villes jumelées.")
    written(french, admin, "Die Welt ist unser Partner.", "Le monde")
    (warning,) = warnings_for(french)
    assert str(warning) == "“villes jumelées” should not stand for “Partnerstadt”. Write “ville partenaire”."
    assert warning.unit_id == next(one.id for one in units_of(french) if one.source == PARTNER_CITIES)


def test_a_forbidden_word_without_its_term_is_none(term: Make, french: Translation, admin: User) -> None:
    term("Städtepartnerschaft", "partenariat", forbidden="monde")
    written(french, admin, "Die Welt ist unser Partner.", "Le monde est notre partenaire.")
    assert warnings_for(french) == []


def test_texts_without_translation_get_no_warning(term: Make, french: Translation) -> None:
    term("Partnerstadt", "ville partenaire")
    assert warnings_for(french) == []


def test_warnings_need_the_same_queries_for_any_number_of_terms(
    term: Make, french: Translation, admin: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for one in units_of(french):
        write(french, one, "x", user=admin)
    term("Partnerstadt")
    with django_assert_num_queries(6):
        warnings_for(Translation.objects.select_related("source", "target_locale").get(pk=french.pk))
    for number in range(30):
        term(f"Wort {number}")
    with django_assert_num_queries(6):
        warnings_for(Translation.objects.select_related("source", "target_locale").get(pk=french.pk))
