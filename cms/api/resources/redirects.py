"""Redirects, for front ends that answer them by themselves."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import ConfigDict

from cms.api.answers import answer
from cms.api.paging import Paging, Part, part_of
from cms.api.problems import Problem
from cms.api.unions import ALL_LISTS
from cms.core import cachetags
from cms.core.content.base import Content
from cms.core.redirects import open_redirects, target_of
from cms.core.rows import rows_for

router = Router(tags=["Site"])


class RedirectContent(Content):
    """An address that leads to another one."""

    path: str
    target: str
    status: Literal[301, 302]


class RedirectList(Part):
    """A part of the list of redirects."""

    model_config = ConfigDict(extra="forbid")

    results: list[RedirectContent]


@router.get("/redirects", response={200: RedirectList, 404: Problem, 422: Problem}, operation_id="listRedirects")
def list_redirects(request: HttpRequest, asked: Query[Paging]) -> HttpResponse:
    """List the redirects that lead somewhere readers may go."""
    part = part_of(open_redirects(request.reader), ("old_path", "pk"), asked, request)
    rows_for(request.reader).want_pages(row.redirect_page_id for row in part["results"] if row.redirect_page_id)
    cachetags.note(request.reader, cachetags.REDIRECTS, cachetags.LOCALES, *ALL_LISTS)
    part["results"] = [
        RedirectContent(
            path=row.old_path, target=target_of(row, request.reader), status=301 if row.is_permanent else 302
        )
        for row in part["results"]
    ]
    return answer(request, RedirectList(**part))
