"""Projects: cooperations that last."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from cityrelations.models import ProjectPage
from cityrelations.related import all_projects
from cityrelations.summaries import ProjectSummary
from cms.api.answers import answer
from cms.api.parameters import LocaleParameter, read_in
from cms.api.problems import Problem
from cms.core.cachetags import list_tag, note
from cms.core.content.base import Content

router = Router(tags=["Networks, topics and projects"])


class ProjectList(Content):
    """All projects, the latest first."""

    results: list[ProjectSummary]


@router.get("/projects", response={200: ProjectList, 404: Problem, 422: Problem}, operation_id="listProjects")
def list_projects(request: HttpRequest, locale: LocaleParameter = None) -> HttpResponse:
    """List the projects."""
    reader = read_in(request, locale)
    note(reader, list_tag(ProjectPage))
    return answer(request, ProjectList(results=[ProjectSummary.of(one) for one in all_projects(reader)]))
