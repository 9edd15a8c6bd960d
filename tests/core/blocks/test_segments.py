"""Every visible word of every block waits for translation, and what is no word does not."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.blocks import (
    Block,
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    ChooserBlock,
    EmailBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.images.tests.utils import get_test_image_file
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from cityrelations.models import EventIndexPage, PartnersPage
from cms.core.blocks.codes import CodeBlock
from cms.documents.models import CustomDocument
from cms.images.models import CustomImage
from home.models import HomePage, StandardPage

STREAMS = [(StandardPage, "body"), (HomePage, "teasers"), (PartnersPage, "groups"), (EventIndexPage, "kinds")]
BLOCKS = [
    pytest.param(model, name, key, id=f"{name}.{key}")
    for model, name in STREAMS
    for key in model._meta.get_field(name).stream_block.child_blocks
]


@dataclass
class Sample:
    """Stored values for any block, with a word of its own in each text and a code of its own in each wordless field."""

    image: int
    document: int
    words: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    numbers: Any = field(default_factory=count)

    def value(self, block: Block) -> Any:
        match block:
            case ImageBlock():
                return {"image": self.image, "decorative": False, "alt_text": self._word()}
            case StructBlock():
                return {name: self.value(child) for name, child in block.child_blocks.items()}
            case StreamBlock():
                return [self.child(name, child) for name, child in block.child_blocks.items()]
            case RichTextBlock():
                return f"<p>{self._word()}</p><ul><li><b>{self._word()}</b></li></ul>"
            case URLBlock() | EmailBlock() | CodeBlock():
                return self._code()
            case CharBlock() | TextBlock():
                return self._word()
            case DocumentChooserBlock():
                return self.document
            case PageChooserBlock():
                return None
            case ChoiceBlock():
                return next(value for value, _label in block.field.choices if value)
            case BooleanBlock():
                return True
        pytest.fail(f"Say here whether {type(block).__name__} holds words")

    def child(self, name: str, block: Block) -> dict[str, Any]:
        return {"type": name, "id": f"id-{next(self.numbers)}", "value": self.value(block)}

    def _word(self) -> str:
        self.words.append(f"word{next(self.numbers)}")
        return self.words[-1]

    def _code(self) -> str:
        self.codes.append(f"code{next(self.numbers)}@example.org")
        return self.codes[-1]


@pytest.fixture
def sample(db: None) -> Sample:
    image = CustomImage.objects.create(title="Globe", author="Ada", file=get_test_image_file())
    document = CustomDocument.objects.create(title="Report", file=ContentFile(b"%PDF", name="report.pdf"))
    return Sample(image.pk, document.pk)


@pytest.mark.parametrize(("model", "name", "key"), BLOCKS)
def test_every_word_of_a_block_waits_for_translation(
    model: type, name: str, key: str, sample: Sample
) -> None:
    page = page_with(model, name, key, sample)

    assert strings(extract_segments(page)) == sorted(sample.words)


@pytest.mark.parametrize(("model", "name", "key"), BLOCKS)
def test_translated_words_come_back_in_their_places(model: type, name: str, key: str, sample: Sample) -> None:
    page = page_with(model, name, key, sample)
    translated = model()

    ingest_segments(page, translated, None, None, [in_arabic(segment) for segment in extract_segments(page)])

    assert stored(translated, name) == stored(page_with(model, name, key, sample.again()), name)


def page_with(model: type, name: str, key: str, sample: Sample) -> Any:
    page = model()
    block = model._meta.get_field(name).stream_block.child_blocks[key]
    for other, _field in page_streams(model):
        setattr(page, other, "[]")
    return page
