"""Counting words and changes, in scripts of all kinds."""

import pytest

from cms.translation.texts.words import changed_words, changed_words_in, count_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("Die Welt ist unser Partner!", 5),
        ("1990 – 2020", 2),
        ("l’amitié franco-allemande", 2),
        ("عدد المدن الشريكة: ١٩", 4),
        ("مُدِيرِيَّة المدينة", 2),
        ("北京は友好都市です。", 9),
        ("กรุงเทพ", 5),
        ("서울 친선 도시", 3),
        ("one\u00a0two\nthree", 3),
    ],
)
def test_number_of_words(text: str, number: int) -> None:
    assert count_words(text) == number


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ("Die Welt ist groß.", "Die Welt ist groß.", 0),
        ("Die Welt  ist\ngroß.", "Die Welt ist groß.", 0),
        ("Die Welt ist groß.", "Die Welt ist groß!", 1),
        ("Die Welt ist groß.", "Die Welt ist sehr groß.", 1),
        ("Die Welt ist sehr groß.", "Die Welt ist groß.", 1),
        ("Die alte Welt", "Die neue, schöne, große Welt", 3),
        ("Die Welt", "Die Welt –", 1),
        ("", "Ganz neuer Satz", 3),
        ("Alter Satz", "", 2),
        ("المدينة الشريكة", "المدينة الصديقة", 1),
        ("友好都市", "姉妹都市", 2),
    ],
)
def test_number_of_changed_words(old: str, new: str, number: int) -> None:
    assert changed_words(old, new) == changed_words(new, old) == number


def test_texts_that_were_added_and_taken_away_count_whole() -> None:
    old = {"title": "Wir", "intro": "Wer wir sind.", "body.1": "Ein alter Absatz."}
    new = {"title": "Wir", "intro": "Was wir sind.", "body.2": "Ein ganz neuer Absatz."}
    assert changed_words_in(old, new) == 1 + 3 + 4
