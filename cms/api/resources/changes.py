"""What changed for readers, in order, so that copies of the site know what to read anew and what vanished."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from cms.api.answers import answer
from cms.api.problems import Problem, ProblemError, bad_parameter
from cms.core.content.base import Content
from cms.core.content.words import LanguageTag, Path
from cms.publishing.changes import BadCursor, CursorTooOld, changes_since, current_cursor
from cms.publishing.models import Change

router = Router(tags=["Changes"])
MOST = 500
Kind = Literal[tuple(Change.Kind.values)]


class ChangeContent(Content):
    """One thing that readers get differently from now on."""

    id: UUID = Field(description="The same in webhooks.")
    kind: Kind
    at: datetime
    page: UUID | None = Field(description="Id of the page. null where it is about none.")
    locale: LanguageTag | None
    picture: int | None = Field(description="Number of the picture. null where it is about none.")
    paths: list[Path] = Field(description="To be read anew.")
    gone_paths: list[Path] = Field(description="Where nothing is any more, or a redirect.")
    tags: list[str] = Field(description="Cache tags of the answers that are old now.")

    @classmethod
    def of(cls, change: Change) -> Self:
        """Return the content of a change."""
        return cls(
            id=change.event,
            kind=change.kind,
            at=change.at,
            page=change.translation_key,
            locale=change.locale or None,
            picture=change.picture_id,
            paths=change.paths,
            gone_paths=change.gone_paths,
            tags=change.tags,
        )


class ChangeList(Content):
    """A part of the log of changes."""

    results: list[ChangeContent]
    next: str = Field(description="Cursor to go on with, at once or later: the same while nothing more happened.")
    latest: str = Field(
        description="Cursor after everything so far. Who reads the whole site takes it first, and goes on from it."
    )


@router.get(
    "/changes", response={200: ChangeList, 404: Problem, 410: Problem, 422: Problem}, operation_id="listChanges"
)
def list_changes(
    request: HttpRequest,
    since: Annotated[
        str | None, Query(max_length=50, description="Cursor from `next`. Left out: from the oldest change kept.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="How many changes at most.")] = 100,
) -> HttpResponse:
    """Return what changed, moved and vanished after a cursor, in order.

    410 says that the cursor is older than the log: ask without a cursor for `latest`, read the whole site anew, and go
    on from there.
    """
    try:
        changes, cursor = changes_since(since, limit)
    except BadCursor:
        raise bad_parameter("since", "take it as it stands in `next`.", status=404) from None
    except CursorTooOld:
        detail = (
            "The changes after this cursor are forgotten. Ask without a cursor for `latest`, read the whole site anew, "
            "and go on from there."
        )
        raise ProblemError(410, detail) from None
    results = [ChangeContent.of(change) for change in changes]
    return answer(request, ChangeList(results=results, next=cursor, latest=current_cursor()))
