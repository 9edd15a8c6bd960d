"""Which language an answer is in: that of its address, else the one negotiated with the reader."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from cms.core.languages import Language, Languages
from cms.core.negotiation import negotiate
from cms.core.reader import Reader, reading_as


class LanguageMiddleware:
    """Stands in for Django's LocaleMiddleware, so that only public locales route.

    Outside of any language only `/` and error pages depend on Accept-Language.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        languages = Languages.load()
        if not languages.public:
            return self.get_response(request)
        language = _language_of(request.path_info, languages) or negotiate(request, languages.public)
        request.reader = Reader(languages, language)
        request.LANGUAGE_CODE = language.code
        with translation.override(language.code), reading_as(request.reader):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or language.code)
        return response


def _language_of(path: str, languages: Languages) -> Language | None:
    language = languages.get(path.removeprefix("/").split("/", 1)[0])
    return language if language and language.is_public else None
