"""The service that drafts translations, where the operator connects one."""

from typing import Any
from urllib.parse import unquote, urlsplit

from cms.settings.errors import OperatorError

HOW = "libretranslate+http://127.0.0.1:5000, libretranslate+https://key@translate.example.org or deepl://key"
TIMEOUT = 30
"""Seconds for one request, which holds some texts of a page."""


def machine_translator(url: str) -> dict[str, Any] | None:
    """Return wagtail-localize's setting for the service at `url`; None where there is none."""
    if not url:
        return None
    scheme, _colon, rest = url.partition("://")
    if scheme == "deepl" and rest.strip("/"):
        return _setting("DeepL", AUTH_KEY=unquote(rest.strip("/")))
    if scheme in ("libretranslate+http", "libretranslate+https"):
        return _libretranslate(url)
    raise OperatorError(f"MACHINE_TRANSLATION_URL must look like {HOW}.")


def _libretranslate(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url.removeprefix("libretranslate+"))
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host:
        raise OperatorError(f"MACHINE_TRANSLATION_URL names no server. It must look like {HOW}.")
    name = f"[{host}]" if ":" in host else host
    address = f"{parts.scheme}://{name}{f':{port}' if port else ''}{parts.path.rstrip('/')}"
    return _setting("LibreTranslate", LIBRETRANSLATE_URL=address, API_KEY=unquote(parts.username or ""))


def _setting(connector: str, **options: str) -> dict[str, Any]:
    return {"CLASS": f"cms.translation.machine.connectors.{connector}", "OPTIONS": {**options, "TIMEOUT": TIMEOUT}}
