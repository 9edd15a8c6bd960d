"""Translations that lack some texts: what is loaded, what readers see, and what is exported again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation

from cityrelations.models import PartnerCityPage
from cms.bundles.export import export_bundle
from cms.bundles.exporting.folder import write_json
from cms.bundles.load import load_bundle
from cms.core.models import Edition
from cms.translation.models import Basis
from home.models import HomePage
from tests.bundles.broken_bundles import ENGLISH, HOME
from tests.bundles.state import content_of

ENGLISH_HOME, ENGLISH_CITIES = HOME.replace("pages/fr", "translations/en"), "translations/en/villes.json"
TEXT = "body.7c0afb33-4557-5da2-93ea-62483046aa68"
ADDRESS = f"{TEXT}.'https://aldmoor.example/fr'"
ALT_TEXT = "lead_picture.726018a8-ac5c-5c82-843c-489e46720f11.picture.alt_text"
CELL = (
    "body.47cc2a0d-36a1-5799-b1b2-1a30a0c72b10.rows.06c8356f-2330-503b-be3d-e511de0072a6."
    "2b0ca15a-d1ce-58a3-a014-ba78864f753c"
)
Lack = Callable[..., None]


@pytest.fixture
def lack(city: Path) -> Lack:
    """Return a function that takes texts out of a translation and marks it as partial."""

    def take_out(file: str, *paths: str, **values: Any) -> None:
        data = json.loads((city / file).read_text(encoding="utf-8"))
        for path in paths:
            del data["strings"][path]
        write_json(city, file, data | {"partial": True} | values)

    return take_out


def texts_of(city: Path, file: str) -> list[str]:
    return list(json.loads((city / file).read_text(encoding="utf-8"))["strings"])


def aldmoor(code: str) -> PartnerCityPage:
    return PartnerCityPage.objects.get(slug="aldmoor", locale__language_code=code)


@pytest.fixture
def half(lack: Lack, city: Path, french: None) -> None:
    """Load the city without some English texts of Aldmoor."""
    lack(ENGLISH, "intro", TEXT, ALT_TEXT, CELL)
    load_bundle(city)


@pytest.mark.usefixtures("half")
def test_source_text_stands_in_for_what_is_missing(client: Client) -> None:
    answer = client.get("/en/cities/aldmoor/")
    main = BeautifulSoup(answer.content, "html.parser").main
    said = " ".join(main.get_text(" ").split())
    for french in ("Une ville de la lande.", "Le pacte date de 1999.", "Écoles"):
        assert french in said
    for english in ("Aldmoor Town Council", "What ties us", "Year", "Everybody."):
        assert english in said
    assert main.find("img", alt="Le même pont, vu d’Aldmoor.")


@pytest.mark.usefixtures("half")
def test_overrides_apply_where_the_text_is_missing(client: Client) -> None:
    text = aldmoor("en").body[1].value.source
    assert 'Voir le <a href="https://aldmoor.example/">site d’Aldmoor</a>.' in text


@pytest.mark.usefixtures("half")
def test_page_counts_as_a_translation_all_the_same(client: Client) -> None:
    assert aldmoor("en").edition.kind == Edition.Kind.TRANSLATION
    assert 'hreflang="en"' in client.get("/fr/villes/aldmoor/").content.decode()


@pytest.mark.usefixtures("half")
def test_translators_see_what_is_left_to_do() -> None:
    key = aldmoor("fr").translation_key
    total, done = Translation.objects.get(source__object_id=key).get_progress()
    assert total - done == 1 + 4 + 1 + 1  # the rich text has four fragments
    known = set(StringTranslation.objects.filter(context__object_id=key).values_list("context__path", flat=True))
    assert {"title", "partner_body"} < known
    assert known.isdisjoint({"intro", TEXT, ALT_TEXT, CELL})


@pytest.mark.usefixtures("half")
def test_wagtail_localize_makes_the_same_page_of_it() -> None:
    live = aldmoor("en")
    translation = Translation.objects.get(source__object_id=live.translation_key)
    made = translation.source.get_ephemeral_translated_instance(live.locale, fallback=True)
    assert made.intro == live.intro == "Une ville de la lande."
    assert made.body[1].value.source == live.body[1].value.source
    assert made.lead_picture[0].value.alt_text == live.lead_picture[0].value.alt_text


@pytest.mark.parametrize(
    ("file", "missing"),
    [
        (ENGLISH, ["intro"]),
        (ENGLISH, ["title", ALT_TEXT, CELL]),
        (ENGLISH, [TEXT]),  # in which an address is overridden
        (ENGLISH, None),
        (ENGLISH_HOME, ["welcome", "notice"]),
        (ENGLISH_HOME, None),
        (ENGLISH_CITIES, None),
    ],
)
def test_partial_translation_is_exported_as_it_was_loaded(
    lack: Lack, city: Path, french: None, tmp_path: Path, file: str, missing: list[str] | None
) -> None:
    lack(file, *(texts_of(city, file) if missing is None else missing))
    load_bundle(city)
    assert export_bundle(tmp_path / "out") == []
    assert content_of(tmp_path / "out") == content_of(city)


def test_page_without_any_text_of_its_own_still_answers(lack: Lack, city: Path, french: None, client: Client) -> None:
    lack(ENGLISH_HOME, *texts_of(city, ENGLISH_HOME))
    load_bundle(city)
    assert HomePage.objects.get(locale__language_code="en").title == "Belrive et ses villes amies"
    assert client.get("/en/").status_code == 200


def test_translation_that_lacks_nothing_is_exported_as_whole(
    lack: Lack, city: Path, french: None, tmp_path: Path
) -> None:
    before = content_of(city)
    lack(ENGLISH)
    load_bundle(city)
    export_bundle(tmp_path / "out")
    assert content_of(tmp_path / "out") == before


def test_text_translated_later_takes_the_place_of_the_source(
    lack: Lack, city: Path, french: None, tmp_path: Path
) -> None:
    """The records are such that wagtail-localize goes on from them."""
    lack(ENGLISH, "intro")
    load_bundle(city)
    translation = Translation.objects.get(source__object_id=aldmoor("fr").translation_key)
    segment = translation.source.stringsegment_set.get(context__path="intro")
    StringTranslation.objects.create(
        translation_of=segment.string, locale=translation.target_locale, context=segment.context, data="A moor town."
    )
    translation.save_target(publish=False)
    aldmoor("en").get_latest_revision().publish()
    assert aldmoor("en").intro == "A moor town."
    export_bundle(tmp_path / "out")
    exported = json.loads((tmp_path / "out" / ENGLISH).read_text(encoding="utf-8"))
    assert (exported["partial"], exported["strings"]["intro"]) == (False, "A moor town.")


@pytest.mark.usefixtures("half")
def test_what_is_missing_counts_as_words_the_translation_lags_behind() -> None:
    basis = Basis.objects.get(edition__page=aldmoor("en"))
    assert "intro" not in basis.texts
    assert basis.words_changed > 5
    assert Basis.objects.get(edition__page=aldmoor("fr")).words_changed == 0
