"""Documents as an office sends them, and what the admin answers."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from home.models import StandardPage
from tests.factories.core import reloaded


def address(page: StandardPage, name: str = "documents", *more: str) -> str:
    return reverse(f"translation_written_{name}", args=[page.pk, *more])


def fetched(client: Client, page: StandardPage, ending: str) -> bytes:
    response = client.get(address(page, "download", ending))
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    return response.content


def sent_in(client: Client, page: StandardPage, data: bytes, name: str = "text.docx") -> BeautifulSoup:
    response = client.post(address(page), {"document": SimpleUploadedFile(name, data)})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def kept(client: Client, page: StandardPage, preview: BeautifulSoup) -> StandardPage:
    client.post(address(page, "keep"), {"seal": preview.find("input", attrs={"name": "seal"})["value"]})
    return reloaded(page).get_latest_revision_as_object()


def words(page: StandardPage) -> list[tuple[str, Any]]:
    return [(block.block_type, _value(block)) for block in page.body]


def _value(block: Any) -> Any:
    if block.block_type == "heading":
        return block.value["text"], block.value["level"]
    return block.value.source if block.block_type == "rich_text" else block.id


def remarks(preview: BeautifulSoup) -> str:
    return " ".join(item.get_text(" ", strip=True) for item in preview.select(".written-remarks li"))


def word(*lines: str) -> Any:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def bytes_of(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes | Callable[[bytes], bytes]) -> bytes:
    """Return a document with one of its files replaced or added."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        there = old.read(name) if name in old.namelist() else b""
        new.writestr(name, content(there) if callable(content) else content)
    return file.getvalue()


def spoilt(data: bytes, name: str, at: int = 0, value: bytes = b"\xff\xff\xff\xff") -> bytes:
    """Return a document with other bytes at a place of what one of its files is packed to."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entry = archive.getinfo(name)
    begin = entry.header_offset + 30 + len(name) + at
    return data[:begin] + value + data[begin + len(value) :]


def newer(data: bytes) -> bytes:
    """Return a ZIP that says of each of its files that only version 9.9 of the format can unpack it."""
    return data.replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x63")


def unsound(data: bytes, name: str, content: bytes) -> bytes:
    """Return a document with one more file, whose content is not what its checksum was made of."""
    file = BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr(name, content)
    return file.getvalue().replace(content, content[::-1])
