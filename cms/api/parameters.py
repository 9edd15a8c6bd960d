"""Parameters that several resources take."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query

from cms.api.problems import bad_parameter
from cms.core.reader import Reader, become

LocaleParameter = Annotated[
    str | None,
    Query(
        max_length=35,
        description="BCP 47 tag of a public language, in which the answer is given. Left out: the first one.",
        examples=["en"],
    ),
]


def read_in(request: HttpRequest, locale: str | None) -> Reader:
    """Let the answer be read in the public language `locale` and return its reader; a problem where there is none."""
    languages = request.reader.languages
    language = languages.get(locale) if locale else languages.public[0]
    if language is None or not language.is_public:
        codes = ", ".join(one.code for one in languages.public)
        raise bad_parameter("locale", f"there is no public language {locale}. There are: {codes}.", status=404)
    return become(request, language)
