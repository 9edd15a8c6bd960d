"""Ways to preview a page other than on this site. Lower rooms add theirs here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

THIS_SITE = ("", _("This site"))


@dataclass(frozen=True)
class PreviewMode:
    """A choice beside the form. `serve` answers with the page as it is in the form, which nobody has saved yet."""

    name: str
    label: str | Promise
    is_offered: Callable[[], bool]
    serve: Callable[[HttpRequest, Any], HttpResponse]


_modes: dict[str, PreviewMode] = {}


def register(mode: PreviewMode) -> None:
    """Offer a way to preview pages of all types."""
    _modes[mode.name] = mode


def choices() -> list[tuple[str, str | Promise]]:
    """Return the ways there are at present, as Wagtail's `preview_modes`."""
    return [THIS_SITE, *((mode.name, mode.label) for mode in _modes.values() if mode.is_offered())]


def offered(name: str) -> PreviewMode | None:
    """Return the way with this name if there is one at present; None for this site."""
    mode = _modes.get(name)
    return mode if mode and mode.is_offered() else None
