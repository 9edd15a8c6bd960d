"""Rules for easy language: what they find, and what they leave alone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from wagtail.fields import StreamField

from cms.translation.easy.advice import findings_in
from cms.translation.easy.checks import Check, Finding, checks_for
from cms.translation.easy.checks.abbreviations import abbreviations
from cms.translation.easy.checks.genitive import genitive
from cms.translation.easy.checks.long_words import long_words
from cms.translation.easy.checks.negation import negation
from cms.translation.easy.checks.numbers import numbers
from cms.translation.easy.checks.one_statement import one_statement
from cms.translation.easy.checks.passive import passive
from cms.translation.easy.checks.sentence_length import sentence_length
from cms.translation.easy.checks.sentence_lines import sentence_lines
from cms.translation.easy.checks.special_signs import special_signs
from cms.translation.easy.checks.subjunctive import subjunctive
from cms.translation.easy.passages import Passage, passages_of

DEMO = Path(__file__).parents[3] / "cms" / "bundles" / "demo" / "written"
FEW = 0.03  # of the sentences of texts that somebody wrote well

BAD: dict[Check, list[str]] = {
    passive: [
        "Das Haus wird gebaut.",
        "Peter wird von Susi eingeladen.",
        "Der Vertrag wurde im Jahr 1967 unterschrieben.",
        "Die Gäste werden vom Amt begrüßt.",
        "Wird das Geld bezahlt?",
        "Der Film ist gezeigt worden.",
        "Die Regeln müssen beachtet werden.",
        "Das Projekt wird finanziert.",
        "Die Reise wurde abgesagt.",
    ],
    genitive: [
        "Das ist das Haus des Lehrers.",
        "Die Regierung der Stadt hilft.",
        "Das steht in den Regeln dieses Artikels.",
        "Das ist die Meinung eines alten Mannes.",
        "Der Leiter des neuen Amtes kommt.",
        "Am Anfang der Reise regnet es.",
    ],
    subjunctive: [
        "Morgen könnte es regnen.",
        "Wir würden gern helfen.",
        "Das wäre schön.",
        "Er sagt: Die Gäste seien schon da.",
        "Man sagt, er sei krank.",
        "Dann hätten wir mehr Zeit.",
    ],
    negation: [
        "Das geht nicht.",
        "Wir haben keine Zeit.",
        "Niemand war da.",
        "Nichts ist passiert.",
    ],
    long_words: [
        "Das ist eine Städtepartnerschaft.",
        "Die Bundesgleichstellungsbehörde hilft.",
        "Hier ist die Haupt-Verwaltungsangelegenheit.",
    ],
    abbreviations: [
        "Wir helfen z. B. Kindern.",
        "Das sind Äpfel, Birnen usw.",
        "Die GIZ hilft dabei.",
        "Das Amt ist in der Haupt-Str. 5.",
    ],
    numbers: [
        "Wir haben zwei Kinder.",
        "Zwölf Menschen waren da.",
        "Das war vor fünfunddreißig Jahren.",
        "Friedrich II. war König.",
        "Das kostet hundert Euro.",
    ],
    one_statement: [
        "Wir freuen uns, weil Gäste kommen.",
        "Das ist ein Amt, das allen hilft.",
        "Die Gäste kommen und wir begrüßen sie.",
        "Sie können anrufen; das Amt hilft.",
        "Berlin ist groß – Paris auch.",
    ],
    sentence_length: ["Die Stadt hat viele Gäste aus der ganzen Welt und alle wollen das Rathaus sehen."],
    special_signs: [
        "Das Amt (in Berlin) hilft.",
        "Wir helfen Bürgern & Gästen.",
        "50 % sind Kinder.",
        "Sie und/oder Ihre Kinder kommen.",
    ],
}

GOOD: dict[Check, list[str]] = {
    passive: [
        "Wir werden Sie morgen besuchen.",
        "Berlin wird immer größer.",
        "Die Stadt wird im Jahr 2030 sehr alt.",
        "Das Amt wird Ihnen helfen.",
        "Er wurde Bürger-Meister.",
        "Sie ist berühmt geworden.",
        "Die Gäste gehen und das Amt wird leer.",
        "Die Stadt hat das Haus gebaut.",
        "Im Winter wird es kalt.",
    ],
    genitive: [
        "Das ist das Haus von dem Lehrer.",
        "Die Gäste helfen der Stadt.",
        "Das ist dieses Haus.",
        "Jedes Ereignis ist wichtig.",
        "Wir kommen aus der Stadt.",
        "Anna hilft der Nachbarin.",
        "Das machen wir wegen ihrer Haut-Farbe.",
        "Heute ist der Senat im Rathaus.",
    ],
    subjunctive: [
        "Morgen regnet es vielleicht.",
        "Sei leise!",
        "Wir konnten das Haus sehen.",
        "Er wurde Lehrer.",
        "Möchten Sie kommen?",
        "Wir hatten Zeit.",
        "Es war schön.",
    ],
    negation: ["Peter ist gesund.", "Das ist ein Kinder-Nest.", "Der Nichtraucher-Raum ist da."],
    long_words: [
        "Das ist eine Städte-Partnerschaft.",
        "Das ist eine Bundes·gleich·stellung.",
        "Wir wollen zusammenarbeiten.",
        "Die Seite heißt www.auswaertigesamt-und-aussenpolitik.de.",
        "Berlin hat {count:partner-cities} Städte.",
    ],
    abbreviations: ["Zum Beispiel Kinder.", "Sie fahren mit dem ICE.", "Das WC ist links.", "C40 ist ein Städte-Netz."],
    numbers: [
        "Wir haben 2 Kinder.",
        "Das ist eine gute Idee.",
        "Geben Sie Acht!",
        "Im Zwei-Bett-Zimmer ist Platz.",
        "Berlin hat ein Rathaus.",
        "Die 1. Gruppe heißt: Protokoll.",
    ],
    one_statement: [
        "Paris, London und Rom sind Städte.",
        "Das heißt: Es geht um viele Länder.",
        "Oder Sie schreiben einen Brief.",
        "Und was klappt gut?",
        "Wir kümmern uns um Gäste und um Partner-Städte.",
        "Heute, am Montag, kommen Gäste.",
    ],
    sentence_length: ["Wir laden Gäste aus der ganzen Welt in das Rote Rathaus ein.", "{count:partner-cities}"],
    special_signs: ["Das ist die Seite: https://www.berlin.de/a/b?x=1&y=2", "Schreiben Sie an amt@berlin.de."],
}


def cases(texts: dict[Check, list[str]]) -> list[Any]:
    return [pytest.param(check, text, id=f"{check.__name__}: {text}") for check in texts for text in texts[check]]


def passage(markup: str, *, is_rich: bool = True, language: str = "de-simple") -> Passage:
    return Passage("body.1", "body.rich_text", markup, is_rich, language)


@pytest.mark.parametrize(("check", "text"), cases(BAD))
def test_a_fault_is_found_once_with_what_to_do(check: Check, text: str) -> None:
    found = list(check(passage(text.replace("&", "&amp;"))))
    assert len(found) == 1
    assert found[0].excerpt.strip(" .") in text
    assert found[0].advice.endswith(".")
    assert found[0].source


@pytest.mark.parametrize(("check", "text"), cases(GOOD))
def test_a_good_sentence_is_left_alone(check: Check, text: str) -> None:
    assert list(check(passage(text.replace("&", "&amp;")))) == []


def test_two_sentences_on_a_line_of_rich_text_are_found() -> None:
    [found] = sentence_lines(passage("Das ist ein Amt. Es hilft allen.<br/>Es ist offen."))
    assert found.excerpt == "Das ist ein Amt. Es hilft allen."
    assert "Shift" in found.advice


def test_a_field_without_lines_is_left_alone_by_that_rule() -> None:
    assert list(sentence_lines(passage("Das ist ein Amt. Es hilft allen.", is_rich=False))) == []


def test_a_negation_in_bold_is_left_alone() -> None:
    assert list(negation(passage("Das geht <b>nicht</b>."))) == []
    assert len(list(negation(passage("Das geht <b>heute</b> nicht.")))) == 1


def test_every_rule_of_german_is_there_and_other_languages_get_those_without_grammar() -> None:
    assert set(checks_for("de-simple")) == set(BAD) | {sentence_lines}
    assert checks_for("fr-simple") == (sentence_length, sentence_lines, special_signs)


def test_other_languages_may_have_longer_sentences() -> None:
    words = " ".join(["mot"] * 14)
    assert list(sentence_length(passage(f"{words}.", language="fr-simple"))) == []
    assert len(list(sentence_length(passage(f"{words} mot mot.", language="fr-simple")))) == 1


def test_a_long_excerpt_is_cut() -> None:
    [found] = sentence_length(passage(" ".join(["Wort"] * 60) + "."))
    assert len(found.excerpt) <= 120
    assert found.excerpt.endswith("…")


def demo_pages() -> Iterator[Any]:
    for file in sorted(DEMO.rglob("*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        model = apps.get_model(record["type"])
        page = model()
        for name, value in record["fields"].items():
            field = model._meta.get_field(name)
            if isinstance(field, StreamField):
                value = field.stream_block.to_python(value)
            if not field.is_relation:
                setattr(page, name, value)
        yield page


@pytest.mark.django_db
def test_the_demo_has_little_to_look_at_again() -> None:
    passages = [passage for page in demo_pages() for passage in passages_of(page, "de-simple")]
    sentences = sum(len(passage.sentences) for passage in passages)
    found: list[Finding] = list(findings_in(passages, "de-simple"))
    assert sentences > 250
    assert len(found) <= FEW * sentences, "\n".join(f"{one.excerpt}: {one.advice}" for one in found)
