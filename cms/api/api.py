"""The content API as a whole."""

from django.http import HttpRequest, HttpResponse
from ninja.errors import ValidationError

from cms.api import problems
from cms.api.openapi.document import ContentApi, Docs
from cms.api.problems import ParameterProblem, ProblemError
from cms.api.resources import (
    changes,
    drafts,
    events,
    locales,
    networks,
    news,
    pages,
    partner_cities,
    pictures,
    projects,
    redirects,
    search,
    site,
    topics,
)

DESCRIPTION = """Everything this site shows, as typed JSON. Read-only.

Texts are in the language of the parameter `locale`, or of the address asked for; `Accept-Language` changes nothing.
A page that is not translated shows another language's words and says so. Every answer but drafts has a strong
ETag and the header `Cache-Tag`, which names what it was made from. Errors are problem details (RFC 9457): 422 for what
does not fit this description, 404 for what fits it but leads to nothing. Both name the parameter."""

api = ContentApi(
    title="Content API",
    version="1",
    description=DESCRIPTION,
    openapi_url="/openapi.json",
    docs_url="/docs",
    docs=Docs(),
    urls_namespace="api-1",
)
RESOURCES = (
    pages,
    partner_cities,
    networks,
    topics,
    projects,
    news,
    events,
    pictures,
    changes,
    locales,
    site,
    redirects,
    search,
    drafts,
)
for resource in RESOURCES:
    api.add_router("", resource.router)


@api.exception_handler(ProblemError)
def problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
    """Answer with the problem that an operation raised."""
    return problems.response(error.problem, error.headers)


@api.exception_handler(ValidationError)
def bad_parameters(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Answer with the parameters that are wrong, each with a sentence."""
    found = [
        ParameterProblem(name=".".join(map(str, one["loc"][1:])) or "?", place=str(one["loc"][0]), message=one["msg"])
        for one in error.errors
    ]
    names = ", ".join(dict.fromkeys(one.name for one in found))
    made = problems.Problem(title=problems.title_of(422), status=422, detail=f"Wrong: {names}.", parameters=found)
    return problems.response(made)
