"""Every visible word of every block waits for translation, and what is no word does not."""

import json
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from cityrelations.models import EventIndexPage, PartnersPage
from cms.core.blocks.codes import CodeBlock
from home.models import HomePage, StandardPage
from tests.factories.core import DocumentFactory
from tests.factories.images import ImageFactory

STREAMS = [(StandardPage, "body"), (HomePage, "teasers"), (PartnersPage, "groups"), (EventIndexPage, "kinds")]
WORD = "Wort"
ARABIC_WORD = "كلمة"

every_block = pytest.mark.parametrize(
    ("model", "name", "key"),
    [
        pytest.param(model, name, key, id=f"{name}.{key}")
        for model, name in STREAMS
        for key in model._meta.get_field(name).stream_block.child_blocks
    ],
)


@dataclass
class Sample:
    """Stored values for any block, with a word of its own in each text and a code of its own in each wordless field."""

    image: int
    document: int
    words: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    numbers: Any = field(default_factory=count)

    def value(self, block: blocks.Block) -> Any:
        """Return a stored value: that of the first kind in KINDS which the block is of."""
        make = next((make for kind, make in KINDS if isinstance(block, kind)), None)
        assert make, f"say in KINDS whether {type(block).__name__} holds words"
        return make(self, block)

    def child(self, name: str, block: blocks.Block) -> dict[str, Any]:
        return {"type": name, "id": f"id-{next(self.numbers)}", "value": self.value(block)}

    def word(self) -> str:
        self.words.append(f"{WORD}{next(self.numbers)}")
        return self.words[-1]

    def code(self) -> str:
        self.codes.append(f"code{next(self.numbers)}@example.org")
        return self.codes[-1]


KINDS = [
    (ImageBlock, lambda sample, block: {"image": sample.image, "decorative": False, "alt_text": sample.word()}),
    (
        blocks.StructBlock,
        lambda sample, block: {name: sample.value(child) for name, child in block.child_blocks.items()},
    ),
    (blocks.StreamBlock, lambda sample, block: [sample.child(*item) for item in block.child_blocks.items()]),
    (
        blocks.RichTextBlock,
        lambda sample, block: f"<p>{sample.word()}</p><ul><li><b>{sample.word()}</b></li></ul>",
    ),
    (blocks.URLBlock | blocks.EmailBlock | CodeBlock, lambda sample, block: sample.code()),
    (blocks.CharBlock | blocks.TextBlock, lambda sample, block: sample.word()),
    (DocumentChooserBlock, lambda sample, block: sample.document),
    (blocks.PageChooserBlock, lambda sample, block: None),
    (blocks.ChoiceBlock, lambda sample, block: block.get_default()),
    (blocks.BooleanBlock, lambda sample, block: True),
]


@pytest.fixture
def sample(db: None) -> Sample:
    return Sample(ImageFactory().pk, DocumentFactory().pk)


@every_block
def test_every_word_of_a_block_waits_for_translation(model: type, name: str, key: str, sample: Sample) -> None:
    page = page_with(model, name, key, sample)

    assert strings(page) == sorted(sample.words)


@every_block
def test_addresses_codes_and_own_credits_are_not_translated(model: type, name: str, key: str, sample: Sample) -> None:
    page = page_with(model, name, key, sample)

    assert set(sample.codes).isdisjoint(strings(page))


@every_block
def test_translated_words_come_back_in_their_places(model: type, name: str, key: str, sample: Sample) -> None:
    page = page_with(model, name, key, sample)
    before = stored(page, name)
    translation = model()

    ingest_segments(page, translation, None, None, [in_arabic(segment) for segment in extract_segments(page)])

    assert stored(translation, name) == before.replace(WORD, ARABIC_WORD)


def test_a_picture_that_stands_twice_on_a_page_keeps_both_alt_texts(sample: Sample) -> None:
    block = StandardPage._meta.get_field("body").stream_block.child_blocks["picture"]
    page = StandardPage(body=json.dumps([sample.child("picture", block), sample.child("picture", block)]))

    assert strings(page) == sorted(sample.words)


def page_with(model: type, name: str, key: str, sample: Sample) -> Any:
    block = model._meta.get_field(name).stream_block.child_blocks[key]
    return model(**{name: json.dumps([sample.child(key, block)])})


def strings(page: Any) -> list[str]:
    return sorted(one.render_text() for one in extract_segments(page) if isinstance(one, StringSegmentValue))


def in_arabic(segment: Any) -> Any:
    if isinstance(segment, StringSegmentValue):
        segment = segment.clone()
        segment.string = StringValue(segment.string.data.replace(WORD, ARABIC_WORD))
    return segment


def stored(page: Any, name: str) -> str:
    value = page._meta.get_field(name).get_prep_value(getattr(page, name))
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
