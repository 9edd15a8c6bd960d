"""House rules for templates."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.template.loader import get_template
from wagtail.blocks import Block, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from cms.core.models import BasePage

FOLDER = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*") if path.is_file())
SHOWN_BY_THEIR_PARENTS = {"row", "cell", "kind"}

INCLUDE = re.compile(r"{%\s*include(?:_block)?\s[^%]*%}")
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
CLASSES = re.compile(r'class="([^"]*)"')
COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?%}.*?{%\s*endcomment\s*%}", re.DOTALL)

every_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))


@every_template
def test_template_compiles(path: Path) -> None:
    assert get_template(str(path.relative_to(FOLDER)))


@every_template
@pytest.mark.parametrize("forbidden", [".specific", "content_type"])
def test_template_asks_for_no_model(path: Path, forbidden: str) -> None:
    assert forbidden not in code_of(path)


@every_template
def test_template_has_no_style_of_its_own(path: Path) -> None:
    code = code_of(path)

    assert "<style" not in code
    assert not re.search(r"\sstyle=", code)


@every_template
def test_template_has_no_script_but_files_and_data(path: Path) -> None:
    code = code_of(path)

    assert not re.search(r"\son[a-z]+=\"", code)
    assert [script for script in SCRIPT.finditer(code) if not is_file_or_data(script)] == []


@every_template
def test_template_names_no_physical_direction(path: Path) -> None:
    names = " ".join(CLASSES.findall(code_of(path)))

    assert not re.search(r"(?<![a-z])(left|right)(?![a-z])", names)


@every_template
def test_include_hands_over_what_it_names_and_no_more(path: Path) -> None:
    includes = INCLUDE.findall(code_of(path))

    assert [tag for tag in includes if is_plain(tag) and " with " in tag and " only " not in tag] == []


@every_template
def test_template_says_what_it_shows(path: Path) -> None:
    text = path.read_text()
    inputs = re.match(r"\s*({#|{%\s*comment)", text)

    assert inputs or "{% extends" in text or path.suffix == ".xml" or path.stem in {"500", "404_bare"}


def test_template_stem_is_the_key_of_its_block() -> None:
    named = {(key, shown_by(block)) for key, block in blocks() if shown_by(block)}
    wrong = {(key, template) for key, template in named if template != f"blocks/{key}.html"}

    assert wrong == set()


def test_every_block_of_a_page_has_a_template() -> None:
    without = {key for key, block in blocks() if shown_by(block) is None}

    assert without == SHOWN_BY_THEIR_PARENTS


def test_every_template_a_block_names_exists() -> None:
    named = {name for _key, block in blocks() for name in (shown_by(block), preview_of(block)) if name}

    assert {name for name in named if not (FOLDER / name).is_file()} == set()


def test_every_block_template_belongs_to_a_block() -> None:
    keys = {key for key, _block in blocks()}

    assert {path.stem for path in (FOLDER / "blocks").glob("*.html")} - keys == {"stylesheets"}


def blocks() -> Iterator[tuple[str, Block]]:
    """Yield (key, block) for every block that stands in a stream of a page, however deep."""
    for model in apps.get_models():
        if issubclass(model, BasePage):
            for field in model._meta.get_fields():
                if isinstance(field, StreamField):
                    yield from children(field.stream_block)


def children(block: Any) -> Iterator[tuple[str, Block]]:
    if isinstance(block, ImageBlock) or not isinstance(block, StreamBlock | StructBlock):
        return
    for name, child in block.child_blocks.items():
        if isinstance(block, StreamBlock):
            yield name, child
        yield from children(child)


def shown_by(block: Block) -> str | None:
    return getattr(block.meta, "template", None)


def preview_of(block: Block) -> str | None:
    return getattr(block.meta, "preview_template", None)


def code_of(path: Path) -> str:
    return COMMENT.sub("", path.read_text())


def is_plain(tag: str) -> bool:
    return "include_block" not in tag


def is_file_or_data(script: re.Match[str]) -> bool:
    attributes = script["attributes"]
    is_data = 'type="application/ld+json"' in attributes or 'type="application/json"' in attributes
    return is_data or ("src=" in attributes and not script["text"].strip())
