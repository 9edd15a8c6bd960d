"""Parameters that several resources take."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema
from pydantic import ConfigDict

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


class LocaleFilter(Schema):
    """In which language a list is given."""

    model_config = ConfigDict(extra="ignore")

    locale: str | None = Field(
        None, max_length=35, description="BCP 47 tag of a public language. Left out: the first one.", examples=["en"]
    )


def read_in(request: HttpRequest, locale: str | None) -> Reader:
    """Let the answer be read in the public language `locale` and return its reader; a problem where there is none."""
    languages = request.reader.languages
    language = languages.get(locale) if locale else languages.public[0]
    if language is None or not language.is_public:
        codes = ", ".join(one.code for one in languages.public)
        raise bad_parameter("locale", f"there is no public language {locale}. There are: {codes}.", status=404)
    return become(request, language)


def source_page(model: Any, page_id: UUID, name: str) -> Any:
    """Return the primary key of the public source page with this id, which `name` gave; a problem for none."""
    found = model.objects.sources().filter(translation_key=page_id).values_list("pk", flat=True).first()
    if found is None:
        raise bad_parameter(name, f"there is no {name} with the id {page_id}.")
    return found
