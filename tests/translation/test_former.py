"""Which former translation belongs to which paragraph, and how few comparisons it takes to know."""

from difflib import SequenceMatcher
from typing import ClassVar

import pytest
from wagtail_localize.models import String, StringSegment, StringTranslation, Translation

from cms.accounts.models import User
from cms.translation.texts.former import pair
from cms.translation.texts.units import units_of
from cms.translation.texts.writing import write
from home.models import StandardPage
from tests.factories.core import publish

WORLD = "Die Welt ist unser Partner."
CITIES = "Wir haben <b>neunzehn</b> Partnerstädte."
NEW_WORLD = "Die ganze Welt ist unser Partner."


class Counted(SequenceMatcher):
    """Counts how often texts are compared as a whole, which is what takes time."""

    compared: ClassVar[int] = 0

    def ratio(self) -> float:
        """Count, then compare."""
        Counted.compared += 1
        return super().ratio()


@pytest.fixture(autouse=True)
def counting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.translation.texts.former.SequenceMatcher", Counted)
    Counted.compared = 0


def replace_in_body(page: StandardPage, old: str, new: str) -> None:
    body = list(page.body.raw_data)
    body[1]["value"] = body[1]["value"].replace(old, new)
    page.body = page.body.stream_block.to_python(body)
    publish(page)


def translate_all(translation: Translation, user: User) -> None:
    for unit in units_of(translation):
        write(translation, unit, unit.source, user=user)


def segment(pk: int, text: str) -> StringSegment:
    return StringSegment(pk=pk, string=String(data=text))


def record(text: str) -> StringTranslation:
    return StringTranslation(translation_of=String(data=text), data=text)


def test_a_place_where_all_is_translated_is_compared_with_nothing(
    french: Translation, german: StandardPage, admin: User
) -> None:
    translate_all(french, admin)
    replace_in_body(german, WORLD, NEW_WORLD)
    translate_all(french, admin)
    Counted.compared = 0
    units = units_of(french)
    assert all(unit.is_translated for unit in units)
    assert Counted.compared == 0


def test_a_changed_paragraph_beside_a_translated_one_knows_what_it_was(
    french: Translation, german: StandardPage, admin: User
) -> None:
    translate_all(french, admin)
    replace_in_body(german, WORLD, NEW_WORLD)
    by_source = {unit.source: unit for unit in units_of(french)}
    assert by_source[NEW_WORLD].previous_source == WORLD
    assert by_source[CITIES].previous_source == ""


def test_a_broken_translation_still_knows_what_it_was(french: Translation, german: StandardPage, admin: User) -> None:
    translate_all(french, admin)
    replace_in_body(german, WORLD, NEW_WORLD)
    translate_all(french, admin)
    StringTranslation.objects.filter(translation_of__data=NEW_WORLD).update(has_error=True)
    assert next(unit for unit in units_of(french) if unit.source == NEW_WORLD).previous_source == WORLD


def test_paragraphs_that_share_too_few_words_are_not_compared_as_a_whole() -> None:
    present = [segment(number, " ".join(f"word{number}-{place}" for place in range(8))) for number in range(30)]
    former = [record(one.string.data.replace("-7", "-old")) for one in present]
    assert pair(present, former) == {one.pk: old for one, old in zip(present, former, strict=True)}
    assert Counted.compared == len(former)


def test_a_former_paragraph_belongs_to_the_one_it_resembles_most() -> None:
    near, nearer, far = (segment(1, "a b c x y"), segment(2, "a b c d y"), segment(3, "q r s t u"))
    old = record("a b c d e")
    assert pair([near, nearer, far], [old]) == {nearer.pk: old}
    assert pair([nearer, near, far], [old]) == {nearer.pk: old}
    assert pair([far, segment(4, "v w")], [old]) == {}
