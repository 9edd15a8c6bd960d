"""The preview of a page in a separate front end, beside the form."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from cms.core.previews import PreviewMode, register
from cms.publishing.drafts.opening import HEADERS
from cms.publishing.drafts.snapshots import take

NAME = "front-end"


def connect() -> None:
    """Offer this preview wherever a front end is configured."""
    register(PreviewMode(NAME, _("Front end"), is_offered=lambda: bool(settings.FRONT_END_URL), serve=show))


def show(request: HttpRequest, page: Any) -> HttpResponse:
    """Keep the page as it stands in the form, and send the browser to the front end with the token for it."""
    return HttpResponseRedirect(address_of(take(page, request.user)), headers=HEADERS)


def address_of(token: str) -> str:
    """Return where the front end shows the draft of a token; "" without a front end."""
    return f"{settings.FRONT_END_URL}/preview?{urlencode({'token': token})}" if settings.FRONT_END_URL else ""
