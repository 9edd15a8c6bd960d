"""Finished pictures, served by the application."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from cms.operations.renditions import RenditionsMiddleware

Get = Callable[..., HttpResponseBase]


@pytest.fixture
def get() -> Get:
    middleware = RenditionsMiddleware(lambda _: HttpResponse("application"))

    def get(path: str, **headers: str) -> HttpResponseBase:
        response = middleware(RequestFactory().get(path, headers=headers))
        if isinstance(response, FileResponse):  # close the file, as a server does
            response.content_of_file = b"".join(response)  # type: ignore[attr-defined]
            response.file_to_stream.close()
        return response

    return get


@pytest.fixture
def picture() -> str:
    """Return the address of a rendition."""
    storage = storages["renditions"]
    return storage.url(storage.save("images/paris.webp", ContentFile(b"RIFF")))


def test_rendition_is_served_for_good(get: Get, picture: str) -> None:
    response = get(picture)
    assert response.content_of_file == b"RIFF"  # type: ignore[attr-defined]
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_known_rendition_is_not_sent_again(get: Get, picture: str) -> None:
    changed = get(picture).headers["Last-Modified"]
    response = get(picture, if_modified_since=changed)
    assert response.status_code == 304
    assert response.headers["Cache-Control"].endswith("immutable")


@pytest.mark.parametrize("name", ["images/none.webp", "images/", "", "../private/original.jpg", "images/%00.jpg"])
def test_anything_else_below_the_folder_is_not_found(get: Get, name: str) -> None:
    assert get(f"/media/renditions/{name}").status_code == 404


def test_file_of_another_kind_is_not_found(get: Get) -> None:
    name = storages["renditions"].save("images/script.svg", ContentFile(b"<svg/>"))
    assert get(storages["renditions"].url(name)).status_code == 404


def test_originals_are_left_to_the_application(get: Get) -> None:
    storage = storages["default"]
    name = storage.save("original_images/paris.jpg", ContentFile(b"JPEG"))
    assert get(storage.url(name)).content == b"application"  # type: ignore[attr-defined]


def test_name_of_a_rendition_changes_with_its_content() -> None:
    storage = storages["renditions"]
    first = storage.save("a/paris.fill-2x1.jpg", ContentFile(b"1"))
    second = storage.save("a/paris.fill-2x1.jpg", ContentFile(b"2"))
    assert first == "a/paris.fill-2x1.6b86b273ff34.jpg"
    assert second == "a/paris.fill-2x1.d4735e3a265e.jpg"
    assert Path(storage.path(first)).read_bytes() == b"1"
