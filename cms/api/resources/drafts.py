"""Drafts, for whoever has the token of a link to one, or of a preview."""

from datetime import datetime
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router
from pydantic import Field

from cms.api.problems import ParameterProblem, Problem, ProblemError
from cms.api.resources.pages import PageAnswer, page_answer
from cms.core.addresses import Found
from cms.core.reader import become
from cms.core.resolver import own_reading
from cms.publishing.drafts.opening import HEADERS, Closed, Draft, Reason, open_any

router = Router(tags=["Drafts"])

SENTENCES = {
    Reason.FORGED: "This token is forged, was not copied whole, or belonged to a page that was deleted.",
    Reason.EXPIRED: "This token has expired.",
    Reason.REVOKED: "This token was revoked.",
    Reason.GONE: "What this token showed is gone.",
}


class DraftAnswer(PageAnswer):
    """A page as it is not published, what it lacks being null or empty; all around it is as readers have it."""

    kind: Literal["draft"] = "draft"
    label: str = Field(description="For whom the link is. Empty for the preview of somebody who is writing.")
    until: datetime = Field(description="When the token ends.")


@router.get("/drafts/{token}", response={200: DraftAnswer, 403: Problem, 404: Problem}, operation_id="getDraft")
def draft(
    request: HttpRequest,
    token: Annotated[str, Path(description="From the address of the link, or as the preview was asked with.")],
) -> HttpResponse:
    """Return the draft that a token opens, with its frame, in its own language.

    It is for nobody's cache and no search engine. 403 says whether the token is forged, expired, revoked, or its draft
    gone.
    """
    found = open_any(token)
    if isinstance(found, Closed):
        raise refusal(found)
    content = draft_answer(request, found).model_dump_json()
    return HttpResponse(content, content_type="application/json", headers=HEADERS)


def draft_answer(request: HttpRequest, found: Draft) -> DraftAnswer:
    """Return the draft with its frame."""
    reader = become(request, request.reader.languages.of(found.page.locale_id))
    whole = page_answer(request, Found(own_reading(found.page, reader)))
    return DraftAnswer(**{**dict(whole), "kind": "draft"}, label=found.label, until=found.until)


def refusal(found: Closed) -> ProblemError:
    """Return the problem that a token opens nothing; the message of its parameter is the reason in one word."""
    sentence = SENTENCES[found.reason]
    if found.last_day:
        sentence = f"{sentence} Its last day was {found.last_day.isoformat()}."
    fault = ParameterProblem(name="token", place="path", message=found.reason.value)
    return ProblemError(403, sentence, HEADERS, parameters=[fault])
