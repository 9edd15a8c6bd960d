"""Where a sentence ends, and which sentences belong together."""

import time

import pytest

from cms.translation.texts.alignment import alone, in_its_place, sentence_pairs
from cms.translation.texts.sentences import joined, sentences


def cut(text: str, language: str) -> list[str]:
    return [one.text for one in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Welt ist groß. Wir sind dabei.", ["Die Welt ist groß.", "Wir sind dabei."]),
        ("de", "Am 1. Mai ist Feiertag. Das Amt ist zu.", ["Am 1. Mai ist Feiertag.", "Das Amt ist zu."]),
        ("de", "Seit dem 3. Oktober 1990. Danach kam viel.", ["Seit dem 3. Oktober 1990.", "Danach kam viel."]),
        ("de", "Wir laden ein, z. B. Schulen. Kommen Sie!", ["Wir laden ein, z. B. Schulen.", "Kommen Sie!"]),
        ("de", "Friedrich II. Baute viel.", ["Friedrich II. Baute viel."]),
        ("de", "Dr. Müller spricht bzw. Frau J. Schmidt.", ["Dr. Müller spricht bzw. Frau J. Schmidt."]),
        ("de", "Er sagte: „Willkommen.“ Dann ging er.", ["Er sagte: „Willkommen.“", "Dann ging er."]),
        ("de", "Was nun? Weiter! Und dann … Ende.", ["Was nun?", "Weiter!", "Und dann …", "Ende."]),
        ("de", "Es kostet 3.5 Mio. Euro. Mehr nicht.", ["Es kostet 3.5 Mio. Euro.", "Mehr nicht."]),
        ("de-simple", "Am 2. Juni ist das Fest. Alle sind da.", ["Am 2. Juni ist das Fest.", "Alle sind da."]),
        ("en", "Mr. Smith came. He left at 5 p.m. on May 1.", ["Mr. Smith came.", "He left at 5 p.m. on May 1."]),
        ("en", "It opens on May 1. Please come.", ["It opens on May 1.", "Please come."]),
        ("en", "“Welcome.” They came in.", ["“Welcome.”", "They came in."]),
        ("fr", "M. Dupont parle. « Bienvenue. » Il sort.", ["M. Dupont parle.", "« Bienvenue. »", "Il sort."]),
        ("fr", "Bienvenue ! Entrez.", ["Bienvenue !", "Entrez."]),
        ("fr", "Voir p. 12 et suiv. pour Mme Martin.", ["Voir p. 12 et suiv. pour Mme Martin."]),
        ("ar", "مرحبا بكم. هذه برلين. هل تعرفونها؟ نعم!", ["مرحبا بكم.", "هذه برلين.", "هل تعرفونها؟", "نعم!"]),
        ("ar", "قال د. أحمد ذلك.", ["قال د. أحمد ذلك."]),
        ("tr", "Merhaba. Hoş geldiniz.", ["Merhaba.", "Hoş geldiniz."]),
    ],
)
def test_sentences_end_where_readers_end_them(language: str, text: str, expected: list[str]) -> None:
    assert cut(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>Neu.</b> Jetzt hier.", ["<b>Neu.</b>", "Jetzt hier."]),
        ("Alt. <b>Neu.</b>", ["Alt.", "<b>Neu.</b>"]),
        ("<b>Alt. Neu.</b> Ende.", ["<b>Alt. Neu.</b>", "Ende."]),
        ('Mehr <a id="a1">hier. Und dort.</a> Ende.', ['Mehr <a id="a1">hier. Und dort.</a>', "Ende."]),
        ("Straße 1<br/>10115 Berlin", ["Straße 1", "10115 Berlin"]),
        ("Wir sind da. {count:partner-cities} Städte.", ["Wir sind da.", "{count:partner-cities} Städte."]),
        ("Kein Ende", ["Kein Ende"]),
        ("", []),
    ],
)
def test_tags_stay_whole(text: str, expected: list[str]) -> None:
    assert cut(text, "de") == expected


@pytest.mark.parametrize("text", ["A b. C d.  E f!<br/>G. ", "<b>x.</b> Y. Z", " . . ", "…", "Nur so"])
def test_sentences_joined_are_the_text(text: str) -> None:
    assert joined(sentences(text, "de")) == text


def test_no_text_makes_it_slow() -> None:
    began = time.process_time()
    for text in ("." * 200_000, " " * 200_000, "<a" * 100_000, '."' * 100_000, "A. " * 60_000, "&quot;" * 40_000):
        sentences(text, "de")
    assert time.process_time() - began < 5


def test_sentences_are_paired_in_order() -> None:
    source = 'Berlin hat <b>19</b> Partner. Mehr steht <a id="a2">hier</a>.'
    target = 'Berlin a <b>19</b> partenaires. Plus d’infos <a id="a2">ici</a>.'
    assert sentence_pairs(source, target, "de", "fr") == [
        ("Berlin hat <b>19</b> Partner.", "Berlin a <b>19</b> partenaires."),
        ('Mehr steht <a id="a1">hier</a>.', 'Plus d’infos <a id="a1">ici</a>.'),
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Eins und mehr. Zwei und mehr.", "Un, deux et plus."),
        ("Nur einer.", "Un seul."),
        ("Seit 1987 Paris. Seit 1994 Tokio.", "Depuis 1994 Tokyo. Depuis 1987 Paris."),
        ('Hier <a id="a1">eins</a>. Dort <a id="a2">zwei</a>.', 'Là <a id="a2">deux</a>. Ici <a id="a1">un</a>.'),
        ("Ja. Das ist ein langer Satz, der vieles über die Stadt und ihre Partner sagt.",
         "C’est une longue phrase qui dit beaucoup de la ville et de ses partenaires. Oui."),
        ("{count:partner-cities} Städte sind da. Gut so.", "Très bien. {count:partner-cities} villes."),
        ("Straße 1<br/>Berlin. Hof", "Rue 1. Berlin<br/>Cour"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_not_paired(source: str, target: str) -> None:
    assert sentence_pairs(source, target, "de", "fr") == []


def test_arabic_figures_are_figures() -> None:
    pairs = sentence_pairs("Seit 1987 Paris. Seit 1994 Tokio.", "باريس منذ ١٩٨٧. طوكيو منذ ١٩٩٤.", "de", "ar")
    assert [target for _source, target in pairs] == ["باريس منذ ١٩٨٧.", "طوكيو منذ ١٩٩٤."]


def test_a_sentence_gets_the_links_of_its_paragraph_back() -> None:
    source = 'Mehr <a id="a2">hier</a> und <a id="a5">dort</a>.'
    stored = alone(source, 'Plus <a id="a5">là</a> et <a id="a2">ici</a>.')
    assert stored[1] == 'Plus <a id="a2">là</a> et <a id="a1">ici</a>.'
    assert in_its_place(source, stored[1]) == 'Plus <a id="a5">là</a> et <a id="a2">ici</a>.'
