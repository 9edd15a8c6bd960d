"""Problem details for every error (RFC 9457)."""

from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import ConfigDict, Field

from cms.core.content.pages import AlternateContent

MEDIA_TYPE = "application/problem+json"


class ParameterProblem(Schema):
    """What is wrong with one parameter."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(examples=["limit"])
    place: str = Field(description="`query`, `path` or `header`.", examples=["query"])
    message: str


class Problem(Schema):
    """An error (RFC 9457). `type` is `about:blank`: the status says what kind it is."""

    model_config = ConfigDict(extra="forbid")

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    parameters: list[ParameterProblem] = Field(default=[], description="The parameters at fault.")
    available: list[AlternateContent] = Field(default=[], description="Languages that have the page.")


class ProblemError(Exception):
    """Ends an answer with a problem. `headers` go with it."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None, **members: Any) -> None:
        super().__init__(detail)
        self.problem = Problem(title=title_of(status), status=status, detail=detail, **members)
        self.headers = headers or {}


def title_of(status: int) -> str:
    """Return the name of a status as RFC 9110 has it; Python below 3.13 knows 422 by an older one."""
    return "Unprocessable Content" if status == HTTPStatus.UNPROCESSABLE_ENTITY else HTTPStatus(status).phrase


def response(problem: Problem, headers: dict[str, str] | None = None) -> HttpResponse:
    """Return the answer with a problem. Caches do not keep it: what is missing now may be published next."""
    headers = {"Cache-Control": "no-store", **(headers or {})}
    return HttpResponse(problem.model_dump_json(), status=problem.status, content_type=MEDIA_TYPE, headers=headers)


def of_status(status: int, detail: str, headers: dict[str, str] | None = None) -> HttpResponse:
    """Return the answer with a problem that needs no more than a sentence."""
    return response(Problem(title=title_of(status), status=status, detail=detail), headers)


def bad_parameter(name: str, message: str, place: str = "query", status: int = 422) -> ProblemError:
    """Return the error for one parameter."""
    detail = f"The parameter {name} is wrong: {message}"
    return ProblemError(status, detail, parameters=[ParameterProblem(name=name, place=place, message=message)])
