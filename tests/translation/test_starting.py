"""Starting the translations of a large section in the background."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import Translation

from cms.accounts.models import User
from cms.translation.models import LocaleRole
from cms.translation.work.assigning_task import progress_key, progress_of
from home.models import HomePage, StandardPage
from tests.factories.core import publish, translate
from tests.factories.home import StandardPageFactory
from tests.factories.roles import editor_of, holder
from tests.translation.tasks import run_tasks

TASK = "cms.translation.work.starting_task.start_section"


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.translation.views.submission.AT_ONCE", 1)


@pytest.fixture
def coordinator(client: Client, locales: dict[str, Locale]) -> Client:
    client.force_login(holder(LocaleRole.Role.COORDINATOR))
    return client


@pytest.fixture
def below(german: StandardPage) -> StandardPage:
    return publish(StandardPageFactory(parent=german, title="Anfahrt", slug="anfahrt"))


def start(client: Client, page: Page, *locales: Locale, **values: str) -> Any:
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [one.pk for one in locales], **values})


def start_section(client: Client, page: Page, *locales: Locale, **values: str) -> Any:
    return start(client, page, *locales, include_subtree="on", **values)


def drafts(page: Page) -> list[str]:
    """Return the languages that the page is a draft in."""
    rows = StandardPage.objects.filter(translation_key=page.translation_key, live=False, alias_of=None)
    return sorted(rows.values_list("locale__language_code", flat=True))


def text_of(response: Any) -> str:
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.content, "html.parser").find("main").get_text(" ").split())


def test_it_is_followed_to_its_end(
    german: StandardPage, below: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    home = reverse("wagtailadmin_home")
    answer = start_section(coordinator, german, locales["fr"], locales["ar"], next=home)
    assert not Translation.objects.exists()
    assert "It waits for its turn." in text_of(coordinator.get(answer.url))
    result = DBTaskResult.objects.get(task_path=TASK)
    cache.set(progress_key(str(result.pk)), [1, 2])
    assert "1 of 2 pages are through" in text_of(coordinator.get(answer.url))
    run_tasks()
    assert progress_of(str(result.pk)) == (2, 2)
    page = coordinator.get(answer.url)
    assert "4 translations can be worked on now." in text_of(page)
    assert page.context["back_url"] == home
    assert drafts(german) == drafts(below) == ["ar", "fr"]
    french, parent = (one.get_translation(locales["fr"]) for one in (below, german))
    assert french.get_parent().pk == parent.pk


def test_as_many_as_are_started_at_once_wait_for_nothing(
    german: StandardPage, below: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    start(coordinator, german, locales["fr"])
    assert drafts(german) == ["fr"]
    assert not DBTaskResult.objects.filter(task_path=TASK).exists()


def test_one_page_in_many_languages_takes_none_below_along(
    german: StandardPage, below: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    start(coordinator, german, locales["fr"], locales["ar"])
    run_tasks()
    assert (drafts(german), drafts(below)) == (["ar", "fr"], [])


def test_a_page_that_is_there_is_left_out_with_the_reason_and_the_others_are_started(
    german: StandardPage, below: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    last = publish(StandardPageFactory(parent=german, title="Geschichte"))
    answer = start_section(coordinator, german, locales["fr"], locales["ar"])
    publish(translate(below, locales["fr"], title="Venir chez nous"))
    run_tasks()
    text = text_of(coordinator.get(answer.url))
    assert "5 translations can be worked on now." in text
    assert "1 was left out" in text
    assert "Anfahrt Français The page is written in this language." in text
    assert (drafts(below), drafts(last)) == (["ar"], ["ar", "fr"])


def test_rights_are_asked_for_when_it_is_carried_out(
    german: StandardPage, below: StandardPage, home: HomePage, french_home: HomePage, client: Client
) -> None:
    editor = editor_of(home, french_home)
    client.force_login(editor)
    answer = start_section(client, german, french_home.locale)
    GroupPagePermission.objects.filter(group__user=editor, page=french_home).delete()
    run_tasks()
    text = text_of(client.get(answer.url))
    assert "0 translations can be worked on now." in text
    assert "You may not translate “Anfahrt” into this language." in text
    assert not Translation.objects.exists()


def test_nothing_is_started_for_somebody_deactivated_meanwhile_or_below_a_deleted_page(
    german: StandardPage, below: StandardPage, coordinator: Client, admin: User, locales: dict[str, Locale]
) -> None:
    start_section(coordinator, german, locales["fr"])
    User.objects.filter(pk=coordinator.session["_auth_user_id"]).update(is_active=False)
    coordinator.force_login(admin)
    start_section(coordinator, below, locales["fr"], locales["ar"])
    below.delete()
    run_tasks()
    nothing = {"done": [], "left_out": [], "work_ids": []}
    assert list(DBTaskResult.objects.filter(task_path=TASK).values_list("return_value", flat=True)) == [nothing] * 2
    assert not Translation.objects.exists()


def test_only_who_started_it_follows_it(
    german: StandardPage, below: StandardPage, coordinator: Client, admin: User, locales: dict[str, Locale]
) -> None:
    answer = start_section(coordinator, german, locales["fr"])
    coordinator.force_login(admin)
    assert coordinator.get(answer.url).status_code == 404
    assert coordinator.get(reverse("translation_start_progress", args=["nonsense"])).status_code == 404


def test_an_error_of_the_system_says_how_to_go_on(
    german: StandardPage, below: StandardPage, coordinator: Client, locales: dict[str, Locale]
) -> None:
    answer = start_section(coordinator, german, locales["fr"])
    DBTaskResult.objects.filter(task_path=TASK).update(status="FAILED")
    assert "Start the rest at the pages below" in text_of(coordinator.get(answer.url))


def test_where_tasks_run_at_once_the_summary_is_shown_at_once(
    german: StandardPage,
    below: StandardPage,
    coordinator: Client,
    locales: dict[str, Locale],
    settings: Settings,
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    answer = start_section(coordinator, german, locales["fr"])
    assert "2 translations can be worked on now." in text_of(answer)
