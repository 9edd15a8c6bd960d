"""Sorting as the readers of each language do. The lists are in the order ICU 78 gives them."""

import pytest

from cms.core.formats.alphabets import ALPHABETS
from cms.core.formats.collation import collation_key

LISTS = {
    "de": "Ägypten Ahlen Berlin Irland İstanbul Italien Łódź Lyon Oslo Öst Österreich Zürich",
    "de-simple": "Ägypten Berlin Oslo Österreich",
    "en": "Århus Athens Écija Edinburgh İstanbul Italy Zagreb",
    "fr": "cote coté côte côté Eu Évreux Nîmes Nouméa Œuvre Oujda",
    "ar": "آخن أثينا إسطنبول اسطنبول القاهرة باريس برلين تونس Berlin Zürich Москва",
    "sv": "Ahus Malmö Oslo Zagreb Åbo Ängelholm Östersund",
    "fi": "Oulu Zagreb Åbo Äänekoski Örö",
    "da": "Odense Zagreb Ærø Ørsted Aalborg Århus Aarup",
    "nb": "Oslo Zagreb Ås",
    "es": "Nantes Nîmes Nueva Ñuñoa Oviedo",
    "tr": "Ceyhan Çorum Hatay Irak Isparta İstanbul İzmir Jakarta Sofya Şam Zile",
    "az": "Eldar Əli Fuad Xaçmaz İrəvan Kiş Qax Lənkəran",
    "pl": "Lublin Łomża Oława Ósno Zabrze Źródła Żagań",
    "cs": "Cuba Česko Hradec Cheb Chomutov Ivančice",
    "hu": "Cegléd Csongrád Debrecen Gödöllő Győr Ózd Ozora Öcs Pécs",
    "hr": "Cavtat Čakovec Ćuprija Dubrovnik Džep Đakovo Lovran Ljubuški Nin Njivice",
    "ro": "Azuga Ăla Bacău Iași Îndoi Sibiu Șercaia Tulcea Țara",
    "lt": "Ignalina Ylakiai Jonava Svirkos Šiauliai Tauragė",
    "et": "Saku Šiauliai Zagreb Tallinn Vändra Õisu Äksi Örö Ülemiste",
    "vi": "An Ăn Ân Dương Đà Em Êm Oanh Ôn Ơn",
    "ru": "Елец Ёлкино Ереван Иваново Йошкар Казань Berlin",
    "uk": "Галич Ґанна Дніпро Ерфурт Єна Житомир Ивер Ізмаїл Їжівці Йосип",
    "el": "Αθήνα Άργος Βόλος Σάμος Τήνος Berlin",
    "he": "אילת באר ירושלים תל",
    "fa": "آبادان ارومیه بابل پاوه تهران گرگان لار نور وان همدان یزد",
}


@pytest.mark.parametrize("language", LISTS)
def test_a_list_sorts_as_its_readers_expect(language: str) -> None:
    expected = sorted(LISTS[language].split(), key=lambda text: text[::-1])
    expected.sort(key=lambda text: collation_key(text, language))
    assert expected == LISTS[language].split()


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de", ["10 Jahre", "Aachen"]),
        ("de", ["„Zitat“", "2. Mai", "Aachen"]),
        ("de", ["Frankfurt (Oder)", "Frankfurt am Main", "Frankfurter"]),
        ("de", ["Bad Zwesten", "Baden"]),
        ("de", ["Strasse", "Straße", "Strassen"]),
        ("en", ["rio", "Rio", "Río"]),
        ("en", ["٢", "3", "a"]),
        ("ar", ["محمد", "مُحَمَّد", "مــحـمـدي"]),
    ],
)
def test_what_comes_before_what(language: str, names: list[str]) -> None:
    assert sorted(set(names), key=lambda text: collation_key(text, language)) == names


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert collation_key("A\u0308gypten", "sv") == collation_key("Ägypten", "sv")


def test_vietnamese_letters_keep_their_tones() -> None:
    names = ["ọa", "oz", "ôa", "ộa", "ộb", "ôz"]
    assert sorted(names, key=lambda text: collation_key(text, "vi")) == names


def test_an_empty_text_comes_first() -> None:
    assert collation_key("", "de") < collation_key(" ", "de") < collation_key("a", "de")


def test_a_key_is_made_of_any_text() -> None:
    assert collation_key("a\ud800\u200f\0b", "de")[:1] == b"a"


@pytest.mark.parametrize("language", ALPHABETS)
def test_the_rules_of_every_language_hold(language: str) -> None:
    for chain in ALPHABETS[language].split(";"):
        _anchor, *steps = chain.split()
        letters = steps[1::2]
        keys = [collation_key(letter, language) for letter in letters]
        assert keys == sorted(keys)
        assert len(set(keys)) == len(letters)
