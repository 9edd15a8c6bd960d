"""Who is reading: the language asked for, and what was already looked up for this answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from cms.core.formats.digits import active_digits, use_digits
from cms.core.languages import Language, Languages

_current: ContextVar["Reader | None"] = ContextVar("reader", default=None)


class Reader:
    """The reader of one answer. `cache` holds look-ups that one answer needs more than once.

    `is_own_host` says whether the answer goes to a page of one of the office's own hosts; `was_told_apart`, whether
    the answer is another one for other hosts.
    """

    def __init__(self, languages: Languages, language: Language) -> None:
        self.languages = languages
        self.language = language
        self.cache: dict[Any, Any] = {}
        self.is_own_host = False
        self.was_told_apart = False

    @cached_property
    def chain(self) -> list[Language]:
        """Return the languages whose text this reader may be shown, best first."""
        return self.languages.chain(self.language)

    @cached_property
    def rank(self) -> dict[int, int]:
        """Return the place of each locale's primary key in the chain, 0 being the language asked for."""
        return {language.locale_id: place for place, language in enumerate(self.chain)}


@contextmanager
def reading_as(reader: Reader) -> Iterator[None]:
    """Make `reader` the one that templates and rich text ask for, until the block ends."""
    before = active_digits()
    token = _current.set(reader)
    use_digits(reader.language.digits)
    try:
        yield
    finally:
        _current.reset(token)
        use_digits(before)


def become(request: HttpRequest, language: Language) -> Reader:
    """Let the rest of the answer to `request` be read in `language`, as a preview of a page is."""
    before, request.reader = request.reader, Reader(request.reader.languages, language)
    request.reader.is_own_host = before.is_own_host
    request.LANGUAGE_CODE = language.code
    translation.activate(language.code)
    _current.set(request.reader)
    use_digits(language.digits)
    return request.reader


def present_reader() -> Reader | None:
    """Return the reader of the answer under way, None outside of one."""
    return _current.get()


def current_reader() -> Reader:
    """Return the reader of the answer under way.

    Outside a request, or where the active language was changed since, it is one for the active language.
    """
    reader = _current.get()
    active = translation.get_language() or settings.LANGUAGE_CODE
    if reader is None or reader.language.code != active:
        languages = reader.languages if reader else Languages.load()
        return Reader(languages, languages.get(active) or languages.all[0])
    return reader
