"""Topics of cooperation."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from cityrelations.models import TopicPage
from cityrelations.related import all_topics
from cityrelations.summaries import TopicSummary
from cms.api.answers import answer
from cms.api.parameters import LocaleParameter, read_in
from cms.api.problems import Problem
from cms.core.cachetags import list_tag, note
from cms.core.content.base import Content

router = Router(tags=["Networks, topics and projects"])


class TopicList(Content):
    """All topics, sorted by their names in the reader's language."""

    results: list[TopicSummary]


@router.get("/topics", response={200: TopicList, 404: Problem, 422: Problem}, operation_id="listTopics")
def list_topics(request: HttpRequest, locale: LocaleParameter = None) -> HttpResponse:
    """List the topics that the cities work on together."""
    reader = read_in(request, locale)
    note(reader, list_tag(TopicPage))
    return answer(request, TopicList(results=[TopicSummary.of(one) for one in all_topics(reader)]))
