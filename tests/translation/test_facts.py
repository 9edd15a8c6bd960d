"""Facts of a source reach its other languages at once, and their drafts; words wait."""

from datetime import date, time
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale, Page, PageLogEntry, ReferenceIndex, Site
from wagtail.signals import page_published
from wagtail_localize.models import Translation, TranslationSource

from cityrelations.models import EventPage, TopicPage
from cityrelations.models.event import EventTopic
from cms.accounts.models import User
from cms.translation.drafts.saving import upstream_save_target
from home.models import HomePage
from tests.factories.cityrelations import (
    EventIndexPageFactory,
    EventPageFactory,
    TopicIndexPageFactory,
    TopicPageFactory,
)
from tests.factories.core import publish, reloaded, translate
from tests.translation.texts import fill


@pytest.fixture
def topic(site: Site, home: HomePage) -> TopicPage:
    """Return a published German topic."""
    index = publish(TopicIndexPageFactory(parent=home, title="Themen"))
    return publish(TopicPageFactory(parent=index, title="Klima"))


@pytest.fixture
def event(french_home: HomePage, home: HomePage, topic: TopicPage) -> EventPage:
    """Return a published German event."""
    index = publish(EventIndexPageFactory(parent=reloaded(home), title="Termine"))
    page = EventPageFactory(parent=index, title="Fest", start_date=date(2030, 5, 1), start_time=time(18))
    page.topic_links.add(EventTopic(topic=topic))
    return publish(page)


@pytest.fixture
def festival(event: EventPage, locales: dict[str, Locale], admin: User) -> Translation:
    """Return its published translation into French."""
    source, _created = TranslationSource.get_or_create_from_instance(event)
    translation = Translation.objects.create(source=source, target_locale=locales["fr"])
    translation.save_target(publish=False)
    fill(translation, admin, {"Fest": "Fête"})
    translation.save_target(user=admin, publish=True)
    return translation


def row(translation: Translation) -> EventPage:
    return reloaded(translation.get_target_instance())


def postpone(event: EventPage, **words: Any) -> None:
    event = reloaded(event)
    event.start_date, event.title = date(2030, 6, 2), words.get("title", event.title)
    publish(event)


def test_a_new_date_is_on_the_french_row_at_once(festival: Translation, event: EventPage) -> None:
    before = row(festival)
    postpone(event, title="Großes Fest")
    page = row(festival)
    assert (page.title, page.start_date) == ("Fête", date(2030, 6, 2))
    assert page.starts_at == reloaded(event).starts_at != before.starts_at
    assert (page.live, page.live_revision_id) == (True, before.live_revision_id)


def test_upstream_leaves_the_old_date(event: EventPage, festival: Translation) -> None:
    """Without ours the date waits for the next save, which then brings the German title with it."""
    EventPage.objects.filter(pk=event.pk).update(start_date=date(2030, 6, 2), title="Großes Fest")
    festival.source.update_from_db()
    assert row(festival).start_date == date(2030, 5, 1)
    upstream_save_target(festival, publish=False)
    assert (row(festival).start_date, row(festival).title) == (date(2030, 6, 2), "Großes Fest")


def test_a_draft_that_is_published_later_does_not_bring_the_old_date_back(
    festival: Translation, event: EventPage, admin: User
) -> None:
    festival.save_target(user=admin, publish=False)
    postpone(event)
    draft = row(festival).get_latest_revision_as_object()
    assert (draft.start_date, draft.starts_at) == (date(2030, 6, 2), reloaded(event).starts_at)
    row(festival).get_latest_revision().publish(user=admin)
    assert row(festival).start_date == date(2030, 6, 2)


def test_relations_point_at_the_source_in_every_language(
    festival: Translation, event: EventPage, topic: TopicPage, locales: dict[str, Locale]
) -> None:
    publish(translate(topic, locales["fr"], title="Climat"))
    assert [link.topic_id for link in row(festival).topic_links.all()] == [topic.pk]
    other = publish(TopicPageFactory(parent=reloaded(topic.get_parent()), title="Kultur"))
    event = reloaded(event)
    event.topic_links.add(EventTopic(topic=other))
    publish(event)
    expected = [topic.pk, other.pk]
    assert [link.topic_id for link in row(festival).topic_links.all()] == expected
    draft = row(festival).get_latest_revision().as_object()
    assert [link.topic_id for link in draft.topic_links.all()] == expected


def test_child_rows_that_stay_the_same_are_not_written_again(festival: Translation, event: EventPage) -> None:
    before = list(row(festival).topic_links.values_list("pk", flat=True))
    postpone(event)
    assert list(row(festival).topic_links.values_list("pk", flat=True)) == before


def test_nobody_is_told_that_the_french_page_was_published(festival: Translation, event: EventPage) -> None:
    heard = []

    def hear(instance: Page, **kwargs: object) -> None:
        heard.append(instance.pk)

    entries = PageLogEntry.objects.for_instance(row(festival)).count()
    page_published.connect(hear)
    try:
        postpone(event)
    finally:
        page_published.disconnect(hear)
    assert heard == [event.pk]
    assert PageLogEntry.objects.for_instance(row(festival)).count() == entries


def test_a_page_that_nobody_published_yet_gets_the_facts_too(event: EventPage, locales: dict[str, Locale]) -> None:
    draft = translate(event, locales["en"], title="Fair")
    postpone(event)
    assert reloaded(draft).start_date == date(2030, 6, 2)
    revised = reloaded(draft).get_latest_revision_as_object()
    assert (revised.start_date, revised.title) == (date(2030, 6, 2), "Fair")


def test_publishing_a_translation_does_not_change_its_facts(festival: Translation, event: EventPage) -> None:
    page = row(festival)
    page.start_date = date(2031, 1, 1)
    page.topic_links.all().delete()
    publish(page)
    assert row(festival).start_date == date(2030, 5, 1)
    assert row(festival).topic_links.count() == 1


def test_search_and_references_are_made_anew(
    festival: Translation, event: EventPage, topic: TopicPage, django_capture_on_commit_callbacks: Any
) -> None:
    other = publish(TopicPageFactory(parent=reloaded(topic.get_parent()), title="Kultur"))
    event = reloaded(event)
    event.topic_links.add(EventTopic(topic=other))
    DBTaskResult.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        publish(event)
    pk = str(festival.get_target_instance().pk)
    waiting = [one for one in DBTaskResult.objects.all() if pk in one.args_kwargs["args"]]
    assert {one.task_path.rsplit(".", 1)[-1] for one in waiting} == {
        "insert_or_update_object_task",
        "update_reference_index_task",
    }
    for one in waiting:
        one.task.call(*one.args_kwargs["args"])
    assert ReferenceIndex.get_references_to(other).filter(object_id=pk).exists()


def test_facts_cost_the_same_for_two_languages_and_for_five(
    event: EventPage, locales: dict[str, Locale], home: HomePage
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            postpone(event)
        event.start_date = date(2030, 7, 1)
        publish(event)
        return len(captured)

    codes = ["en", "ar", "fi", "sv", "da"]
    counts = []
    for code in codes:
        locale, _created = Locale.objects.get_or_create(language_code=code)
        publish(translate(home, locale, title=code))
        publish(translate(event, locale, title=code))
        counts.append(cost())
    steps = {later - earlier for earlier, later in pairwise(counts[1:])}
    assert len(steps) == 1, counts
    assert steps.pop() <= 12, counts
