"""Choosing a language by the Accept-Language header (RFC 9110, section 12.5.4; matching as in RFC 4647, lookup)."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from cms.core.languages import Language


def negotiate(request: HttpRequest, public: list[Language]) -> Language:
    """Return the public language the reader prefers; the source language, else the first one, when none fits."""
    by_code = {language.code.lower(): language for language in public}
    for wanted, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        found = _lookup(wanted.lower(), by_code)
        if found:
            return found
    return by_code.get(settings.LANGUAGE_CODE.lower(), public[0])


def _lookup(wanted: str, by_code: dict[str, Language]) -> Language | None:
    while wanted:
        if wanted in by_code:
            return by_code[wanted]
        wanted = wanted.rpartition("-")[0]
    return None
