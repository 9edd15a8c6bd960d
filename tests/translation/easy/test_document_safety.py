"""Documents that are hostile, broken or of another kind: refused with a sentence, and nothing is kept."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client

from cms.translation.easy.documents import word_safety
from home.models import StandardPage
from tests.factories.core import reloaded
from tests.translation.easy.documents import address, bytes_of, newer, sent_in, spoilt, unsound, with_part, word

ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'


def bomb() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (word_safety.MOST_BYTES_UNPACKED + 1))
    return file.getvalue()


def another_zip() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "x")
    return file.getvalue()


def relation(kind: str, target: str) -> Callable[[bytes], bytes]:
    added = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return lambda there: there.replace(b"</Relationships>", added.encode())


def picture_damaged() -> bytes:
    related = '<Relationship Id="rId99" Type="http://x/image" Target="media/a.png"/></Relationships>'
    data = with_part(bytes_of(word("x")), RELATIONS, lambda old: old.replace(b"</Relationships>", related.encode()))
    typed = '<Default Extension="png" ContentType="image/png"/></Types>'
    data = with_part(data, "[Content_Types].xml", lambda old: old.replace(b"</Types>", typed.encode()))
    return unsound(data, "word/media/a.png", b"the letters of a picture")


RELATIONS = "word/_rels/document.xml.rels"
HOSTILE = {
    "no zip": (lambda: b"Das ist Text.", "This is no Word document."),
    "another zip": (another_zip, "This is no Word document."),
    "zip bomb": (bomb, "unpacks to far more than a text"),
    "entities": (
        lambda: with_part(bytes_of(word("x")), "word/document.xml", lambda old: ENTITIES + old),
        "declares entities",
    ),
    "entities in UTF-16": (
        lambda: with_part(bytes_of(word("x")), "word/styles.xml", ENTITIES.decode().encode("utf-16")),
        "declares entities",
    ),
    "picture from elsewhere": (
        lambda: with_part(bytes_of(word("x")), RELATIONS, relation("image", "http://evil.example/a.png")),
        "loads something from elsewhere",
    ),
    "template from elsewhere": (
        lambda: with_part(bytes_of(word("x")), "word/_rels/settings.xml.rels",
                          relation("attachedTemplate", "http://evil.example/a.dotm")(b"<Relationships></Relationships>")),
        "loads something from elsewhere",
    ),
    "path outside": (lambda: with_part(bytes_of(word("x")), "../../evil.xml", b"<a/>"), "parts outside itself"),
    "damaged": (lambda: with_part(bytes_of(word("x")), "word/document.xml", b"<w:document"), "damaged"),
    "damaged while it was packed": (lambda: spoilt(bytes_of(word("x")), "word/document.xml"), "damaged"),
    "version from the future": (lambda: newer(bytes_of(word("x"))), "This is no Word document."),
    "damaged picture": (picture_damaged, "damaged"),
    "relation to nothing": (
        lambda: with_part(bytes_of(word("x")), RELATIONS, lambda old: old.replace(b"Target=", b"Goal=", 1)),
        "damaged",
    ),
    "nothing in it": (lambda: bytes_of(word("", " ")), "There is no text in this document."),
    "a book": (lambda: bytes_of(word("Wort " * 50_000)), "far longer than a page"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_document_is_refused_with_a_sentence(
    name: str, staff: Client, travelling: StandardPage
) -> None:
    make, sentence = HOSTILE[name]
    preview = sent_in(staff, travelling, make())
    assert sentence in preview.get_text()
    assert not preview.find("input", attrs={"name": "seal"})
    assert reloaded(travelling).latest_revision_id == travelling.latest_revision_id


def test_a_link_is_no_reason_to_refuse(staff: Client, travelling: StandardPage) -> None:
    data = with_part(bytes_of(word("Satz.")), RELATIONS, relation("hyperlink", "https://example.org/"))
    assert sent_in(staff, travelling, data).find("input", attrs={"name": "seal"})


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("text.doc", "Files of the kind .doc cannot be read."),
        ("text.pdf", "Files of the kind .pdf cannot be read."),
        ("text.exe", "Choose a Word document (.docx) or an HTML file (.html)."),
        ("text", "Choose a Word document (.docx) or an HTML file (.html)."),
    ],
)
def test_other_kinds_of_files_are_refused(name: str, sentence: str, staff: Client, travelling: StandardPage) -> None:
    assert sentence in sent_in(staff, travelling, b"x", name).get_text()


def test_a_file_above_the_limit_is_refused(staff: Client, travelling: StandardPage) -> None:
    data = b"<p>" + b"x" * word_safety.MOST_BYTES
    assert "larger than 20 MB" in sent_in(staff, travelling, data, "text.html").get_text()


def test_binary_data_called_html_is_refused(staff: Client, travelling: StandardPage) -> None:
    assert "neither HTML nor a Word document" in sent_in(staff, travelling, b"\x7fELF\0\0", "text.html").get_text()


def test_tags_nested_without_end_are_refused(staff: Client, travelling: StandardPage) -> None:
    assert "nested too deep" in sent_in(staff, travelling, b"<div>" * 5000 + b"x", "text.html").get_text()


def test_html_that_no_parser_takes_is_refused(staff: Client, travelling: StandardPage) -> None:
    assert "The file is damaged." in sent_in(staff, travelling, b"<p>x <![ y</p>", "text.html").get_text()


def test_an_empty_form_asks_for_a_file(staff: Client, travelling: StandardPage) -> None:
    assert "This field is required." in staff.post(address(travelling), {}).content.decode()
