"""The originals of pictures, for staff alone. No web server serves their storage."""

from pathlib import PurePosixPath

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from cms.images.media_types import MEDIA_TYPES
from cms.images.models import CustomImage

SEES = ("choose", "change", "delete")
"""Rights on a collection with which Wagtail shows its pictures in the admin."""


@require_safe
@cache_control(private=True, no_store=True)
def original(request: HttpRequest, name: str) -> FileResponse:
    """Answer with the file that the default storage knows by this name, for download.

    Raise Http404 alike for people who may not see the picture and for names that no picture has.
    """
    image = _visible_image(request.user, name)
    try:
        file = image.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    path = PurePosixPath(name)
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
    response = FileResponse(file, as_attachment=True, filename=path.name, content_type=media_type)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _visible_image(user: AbstractBaseUser | AnonymousUser, name: str) -> CustomImage:
    if "\0" in name or not user.has_perm("wagtailadmin.access_admin"):  # PostgreSQL takes no NUL in a text
        raise Http404
    visible = policy_registry.get_by_type(CustomImage).instances_user_has_any_permission_for(user, SEES)
    image = visible.filter(file=name).first()
    if image is None:
        raise Http404
    return image
