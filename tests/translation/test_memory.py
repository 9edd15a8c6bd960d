"""What the memory learns and what it offers."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.accounts.models import User
from cms.core.models import LocaleProfile
from cms.translation.memory import learn_existing, remember, remember_all, suggestions
from cms.translation.memory.filling import prefill
from cms.translation.memory.suggestions import Kind
from cms.translation.models import MemoryEntry, TranslationSettings, TranslationWork
from cms.translation.models.memory import text_hash
from cms.translation.texts.units import Origin, Unit, units_of
from cms.translation.texts.writing import write
from cms.translation.work import transitions
from home.models import HomePage, StandardPage
from tests.factories.core import publish
from tests.factories.home import StandardPageFactory

FRENCH = {
    "Über uns": "À propos",
    "Wer wir sind.": "Qui nous sommes.",
    "Partnerschaft": "Partenariat",
    "Die Welt ist unser Partner.": "Le monde est notre partenaire.",
    "Wir haben <b>neunzehn</b> Partnerstädte.": "Nous avons <b>dix-neuf</b> villes partenaires.",
}


def write_all(translation: Translation, user: User, texts: dict[str, str] = FRENCH) -> None:
    for one in units_of(translation):
        if one.source in texts:
            write(translation, one, texts[one.source], user=user)


def memory() -> dict[str, str]:
    return dict(MemoryEntry.objects.values_list("source_text", "target_text"))


def offers(translation: Translation) -> dict[str, list[Any]]:
    units = units_of(translation)
    found = suggestions(translation, units)
    return {one.source: found[one.id] for one in units if one.id in found}


@pytest.fixture
def french_of(home: HomePage, locales: dict[str, Locale]) -> Callable[..., Translation]:
    """Return a function that makes a German page with these texts and begins its translation into French."""

    def make(title: str, *paragraphs: str) -> Translation:
        body = [{"type": "rich_text", "value": "".join(f"<p>{one}</p>" for one in paragraphs)}]
        page = publish(StandardPageFactory(parent=home, title=title, body=body if paragraphs else []))
        source, _created = TranslationSource.get_or_create_from_instance(page)
        translation = Translation.objects.create(source=source, target_locale=locales["fr"])
        translation.save_target(publish=False)
        return translation

    return make


@pytest.fixture
def known(french: Translation, admin: User) -> Translation:
    """Return the French translation of the German page, written by a person and remembered."""
    write_all(french, admin)
    remember_all(french, admin)
    return french


def remembered(locales: dict[str, Locale], source: str, target: str, **more: Any) -> MemoryEntry:
    now = timezone.now()
    return MemoryEntry.objects.create(
        source_locale=locales["de"],
        target_locale=locales["fr"],
        source_text=source,
        source_hash=text_hash(source),
        target_text=target,
        target_hash=text_hash(target),
        **{"created_at": now, "changed_at": now, **more},
    )


def test_the_memory_learns_all_texts_that_persons_wrote(known: Translation, admin: User) -> None:
    assert memory() == FRENCH
    entry = MemoryEntry.objects.first()
    assert (entry.origin, entry.created_by, entry.used_in) == ("person", admin, known.source.object_id)


def test_learning_again_adds_nothing_and_notes_the_day(known: Translation, admin: User) -> None:
    MemoryEntry.objects.update(changed_at=timezone.now() - timedelta(days=400))
    assert remember_all(known, admin) == 0
    assert MemoryEntry.objects.count() == len(FRENCH)
    assert MemoryEntry.objects.first().changed_at > timezone.now() - timedelta(minutes=5)


def test_a_machines_words_are_not_learned(french: Translation, admin: User) -> None:
    one = units_of(french)[0]
    write(french, one, "À propos", user=None, origin=Origin.MACHINE, tool="Engine")
    assert remember_all(french, admin) == 0
    assert memory() == {}


def test_a_corrected_wording_takes_the_place_of_the_former_one(known: Translation, admin: User) -> None:
    write_all(known, admin, {"Über uns": "Qui sommes-nous"})
    remember_all(known, admin)
    assert memory() == {**FRENCH, "Über uns": "Qui sommes-nous"}


def test_a_paragraph_teaches_its_sentences(french_of: Callable[..., Translation], admin: User) -> None:
    source = "Die Welt ist unser Partner. Am 1. Mai ist <b>Feiertag</b>."
    translation = french_of("Über uns", source)
    one = next(unit for unit in units_of(translation) if unit.source == source)
    assert remember(translation, one, "Le monde est notre partenaire. Le 1er mai est <b>férié</b>.", admin) == 3
    assert memory()["Am 1. Mai ist <b>Feiertag</b>."] == "Le 1er mai est <b>férié</b>."


def test_the_same_text_on_another_page_is_offered_with_its_origin(
    known: Translation, french_of: Callable[..., Translation]
) -> None:
    offer = offers(french_of("Neues", "Die Welt ist unser Partner."))["Die Welt ist unser Partner."][0]
    assert (offer.kind, offer.text, offer.percent) == (Kind.EXACT, "Le monde est notre partenaire.", 100)
    assert (offer.origin, offer.used_in) == ("person", "Über uns")
    assert "Used on “\u2068Über uns\u2069”" in offer.origin_display


def test_sentences_are_put_together_and_what_is_missing_is_marked(
    known: Translation, french_of: Callable[..., Translation], admin: User
) -> None:
    text = "Die Welt ist unser Partner. Das gilt auch heute."
    translation = french_of("Neues", text)
    offer = offers(translation)[text][0]
    assert offer.kind == Kind.SENTENCES
    assert offer.text == "Le monde est notre partenaire. [[Das gilt auch heute.]]"
    assert offer.missing == ("Das gilt auch heute.",)
    assert 50 < offer.percent < 70
    one = next(unit for unit in units_of(translation) if unit.source == text)
    with pytest.raises(ValidationError, match="delete the brackets"):
        write(translation, one, offer.text, user=admin)


def test_links_of_a_sentence_are_those_of_its_new_paragraph(
    locales: dict[str, Locale], french_of: Callable[..., Translation]
) -> None:
    remembered(locales, 'Mehr <a id="a1">hier</a>.', 'Plus <a id="a1">ici</a>.')
    paragraph = '<a href="https://a.example/">Eins</a> ist da. Mehr <a href="https://b.example/">hier</a>.'
    offer = next(iter(offers(french_of("Neues", paragraph)).values()))[0]
    assert offer.text == '[[<a id="a1">Eins</a> ist da.]] Plus <a id="a2">ici</a>.'


def test_a_similar_text_is_only_a_hint(known: Translation, french_of: Callable[..., Translation]) -> None:
    text = "Wir haben <b>zwanzig</b> Partnerstädte."
    translation = french_of("Neues", text)
    offer = offers(translation)[text][0]
    assert (offer.kind, offer.percent) == (Kind.SIMILAR, 75)
    assert offer.source == "Wir haben <b>neunzehn</b> Partnerstädte."
    assert "75% the same. Check every word." in offer.origin_display


def test_the_newest_of_several_translations_comes_first(
    known: Translation, french_of: Callable[..., Translation], locales: dict[str, Locale]
) -> None:
    remembered(locales, "Über uns", "À notre sujet", changed_at=timezone.now() + timedelta(hours=1), tool="OmegaT")
    assert [offer.text for offer in offers(french_of("Über uns"))["Über uns"]] == ["À notre sujet", "À propos"]


def test_what_a_text_says_already_is_not_offered(known: Translation) -> None:
    assert offers(known) == {}


def test_suggestions_need_the_same_queries_for_any_number_of_texts(
    known: Translation, french_of: Callable[..., Translation], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    short = french_of("Über uns", "Die Welt ist unser Partner.", "Ganz anderes steht hier. Und mehr.")
    long = french_of("Über uns", *(f"Satz Nummer {n}. Die Welt ist unser Partner." for n in range(30)))
    for translation in (short, long):
        translation = Translation.objects.select_related("source__locale", "target_locale").get(pk=translation.pk)
        units = units_of(translation)
        with django_assert_max_num_queries(4):
            suggestions(translation, units)


def test_filling_writes_whole_matches_and_marks_them(
    known: Translation, french_of: Callable[..., Translation], admin: User
) -> None:
    translation = french_of("Über uns", "Die Welt ist unser Partner.", "Unbekannt ist dies.")
    assert prefill(translation, admin) == 2
    found = {one.source: (one.target, one.origin) for one in units_of(translation)}
    assert found == {
        "Über uns": ("À propos", Origin.MEMORY),
        "Die Welt ist unser Partner.": ("Le monde est notre partenaire.", Origin.MEMORY),
        "Unbekannt ist dies.": ("", Origin.NONE),
    }
    assert prefill(translation, admin) == 0


def test_filling_leaves_a_choice_between_translations_to_people(
    known: Translation, french_of: Callable[..., Translation], locales: dict[str, Locale], admin: User
) -> None:
    remembered(locales, "Partner", "partenaire")
    remembered(locales, "Partner", "associé")
    translation = french_of("Partner")
    assert prefill(translation, admin) == 0
    MemoryEntry.objects.filter(target_text="associé").update(origin="import")
    assert prefill(translation, admin) == 1


def test_filling_never_replaces_words_and_leaves_out_what_has_no_room(
    known: Translation, french_of: Callable[..., Translation], locales: dict[str, Locale], admin: User
) -> None:
    remembered(locales, "Lang", "x" * 300)
    translation = french_of("Lang", "Die Welt ist unser Partner.")
    world = units_of(translation)[-1]
    write(translation, world, "Le monde, notre partenaire.", user=admin)
    assert prefill(translation, admin) == 0
    assert units_of(translation)[-1].target == "Le monde, notre partenaire."


def test_a_written_language_is_neither_learned_nor_filled(known: Translation, admin: User) -> None:
    LocaleProfile.objects.filter(locale=known.target_locale).update(mode=LocaleProfile.Mode.WRITTEN, fallbacks="")
    StringTranslation.objects.filter(locale=known.target_locale).delete()
    assert prefill(known, admin) == 0
    MemoryEntry.objects.all().delete()
    write_all(known, admin)
    assert remember_all(known, admin) == 0
    assert learn_existing() == 0


def test_existing_translations_are_learned_once_and_only_published_ones(
    french: Translation, french_of: Callable[..., Translation], admin: User, capsys: pytest.CaptureFixture[str]
) -> None:
    write_all(french, admin)
    draft = french_of("Entwurf")
    write_all(draft, admin, {"Entwurf": "Brouillon"})
    TranslationWork.objects.update(state=TranslationWork.State.APPROVED)
    publish(french.get_target_instance())
    call_command("learn_translations")
    assert "5" in capsys.readouterr().out
    assert memory() == FRENCH
    assert learn_existing() == 0


def test_a_source_page_published_in_french_is_learned_from_french(
    french_of: Callable[..., Translation], locales: dict[str, Locale], admin: User, french_home: HomePage
) -> None:
    page: StandardPage = publish(StandardPageFactory(parent=french_home, title="Bonjour", locale=locales["fr"]))
    source, _created = TranslationSource.get_or_create_from_instance(page)
    german = Translation.objects.create(source=source, target_locale=locales["de"])
    german.save_target(publish=False)
    units: list[Unit] = units_of(german)
    write(german, units[0], "Guten Tag", user=admin)
    assert remember_all(german, admin) == 1
    assert offers(french_of("Bonjour")) == {}


def test_approving_the_wording_teaches_the_memory(french: Translation, admin: User) -> None:
    write_all(french, admin)
    transitions.approve(transitions.send_to_review(transitions.work_on(french), by=admin), by=admin)
    assert memory() == FRENCH


def test_publishing_without_approval_teaches_what_is_on_the_air_and_no_more(french: Translation, admin: User) -> None:
    TranslationSettings.objects.update_or_create(defaults={"approval_required": False})
    write_all(french, admin)
    french.save_target(user=admin, publish=False)
    draft = french.get_target_instance().get_latest_revision()
    write_all(french, admin, {"Über uns": "Qui sommes-nous"})
    assert memory() == {}
    draft.publish()
    assert memory() == {source: text for source, text in FRENCH.items() if source != "Über uns"}
