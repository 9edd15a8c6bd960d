"""Redirects, for front ends that answer them by themselves."""

from typing import Literal

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import ConfigDict
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.api.answers import answer
from cms.api.paging import Paging, Part, part_of
from cms.api.problems import Problem
from cms.core import cachetags
from cms.core.content.base import Content
from cms.core.privacy import public

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
    open_pages = public(Page.objects.live()).values("pk")
    rows = Redirect.objects.filter(~Q(redirect_link="") | Q(redirect_page__in=open_pages))
    part = part_of(rows.select_related("redirect_page__locale"), ("old_path", "pk"), asked, request)
    cachetags.note(request.reader, cachetags.SETTINGS)
    part["results"] = [
        RedirectContent(path=row.old_path, target=row.link, status=301 if row.is_permanent else 302)
        for row in part["results"]
    ]
    return answer(request, RedirectList(**part))
