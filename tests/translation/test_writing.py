"""Keeping a translated text, and what is refused."""

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.models import TranslationWork
from cms.translation.texts.units import Origin, Unit, units_of
from cms.translation.texts.writing import write


def unit(translation: Translation, source: str) -> Unit:
    return next(unit for unit in units_of(translation) if unit.source == source)


def test_units_come_in_the_order_of_the_page(french: Translation) -> None:
    assert [unit.source for unit in units_of(french)] == [
        "Über uns",
        "Wer wir sind.",
        "Partnerschaft",
        "Die Welt ist unser Partner.",
        "Wir haben <b>neunzehn</b> Partnerstädte.",
    ]


def test_a_text_that_was_written_is_there_and_the_work_has_begun(french: Translation, admin: User) -> None:
    assert write(french, unit(french, "Über uns"), "À propos", user=admin)
    written = unit(french, "Über uns")
    assert (written.target, written.origin, written.is_translated) == ("À propos", Origin.PERSON, True)
    work = TranslationWork.objects.get()
    assert (work.state, work.assignee) == (TranslationWork.State.IN_WORK, admin)


def test_writing_the_same_again_changes_nothing(french: Translation, admin: User) -> None:
    write(french, unit(french, "Über uns"), "À propos", user=admin)
    TranslationWork.objects.update(state=TranslationWork.State.APPROVED)
    assert not write(french, unit(french, "Über uns"), "À propos", user=admin)
    assert TranslationWork.objects.get().state == TranslationWork.State.APPROVED


def test_a_person_who_writes_the_same_confirms_the_words_of_a_machine(french: Translation, admin: User) -> None:
    write(french, unit(french, "Über uns"), "À propos", user=None, origin=Origin.MACHINE, tool="Engine")
    assert unit(french, "Über uns").origin == Origin.MACHINE
    assert write(french, unit(french, "Über uns"), "À propos", user=admin)
    assert unit(french, "Über uns").origin == Origin.PERSON


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<script>alert(1)</script>", "<script> tag is not allowed"),
        ('<b onclick="x">dix-neuf</b>', "cannot have any HTML tags with attributes"),
        ("  ", "Write the translation"),
        ("{count:partner-cities} villes", "is not in the source. Delete it."),
        ('<a id="a1">villes</a>', "is not in the source. Delete it."),
        ("dix-neuf <![ villes", "a comment or a declaration of HTML"),
        ("<b>" * 1000 + "dix-neuf", "Too many tags lie inside each other."),
        ("<b>" * 51 + "dix-neuf" + "</b>" * 51, "Too many tags lie inside each other."),
    ],
)
def test_a_broken_text_is_refused_with_a_sentence_and_nothing_is_kept(
    text: str, sentence: str, french: Translation, admin: User
) -> None:
    before = unit(french, "Wir haben <b>neunzehn</b> Partnerstädte.")
    with pytest.raises(ValidationError) as refusal:
        write(french, before, text, user=admin)
    assert sentence in " ".join(refusal.value.messages)
    assert unit(french, before.source).target == ""
    assert not TranslationWork.objects.exists()


def test_a_title_too_long_for_its_field_is_refused(french: Translation, admin: User) -> None:
    with pytest.raises(ValidationError, match="there is room for 255"):
        write(french, unit(french, "Über uns"), "x" * 256, user=admin)
