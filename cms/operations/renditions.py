"""Finished pictures, served by the application where no web server stands before it."""

from collections.abc import Callable
from pathlib import Path
from stat import S_ISREG

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed, SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage, storages
from django.http import FileResponse, HttpRequest, HttpResponseNotFound, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import http_date, parse_http_date_safe

from cms.images.media_types import MEDIA_TYPES

KEEP_FOR_GOOD = "public, max-age=31536000, immutable"  # the names carry a digest of the content


class RenditionsMiddleware:
    """Answers the addresses of renditions before anything asks the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        storage = storages[settings.WAGTAILIMAGES_RENDITION_STORAGE]
        if not isinstance(storage, FileSystemStorage):
            raise MiddlewareNotUsed("Renditions are not on this machine.")
        self.get_response = get_response
        self.storage = storage
        self.prefix = storage.base_url

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(self.prefix) or request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        path = self._path(request.path_info.removeprefix(self.prefix))
        return _answer(request, path) if path else HttpResponseNotFound()

    def _path(self, name: str) -> Path | None:
        try:
            path = Path(self.storage.path(name))
        except (SuspiciousFileOperation, ValueError):
            return None
        return path if path.suffix.lower() in MEDIA_TYPES else None


def _answer(request: HttpRequest, path: Path) -> HttpResponseBase:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return HttpResponseNotFound()
    if not S_ISREG(status.st_mode):
        return HttpResponseNotFound()
    changed = int(status.st_mtime)
    known = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    response: HttpResponseBase
    if known is not None and known >= changed:
        response = HttpResponseNotModified()
    else:
        response = FileResponse(path.open("rb"), content_type=MEDIA_TYPES[path.suffix.lower()])
    response.headers["Cache-Control"] = KEEP_FOR_GOOD
    response.headers["Last-Modified"] = http_date(changed)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
